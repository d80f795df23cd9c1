namespace Betamax.Secrets.Leaks;

/// <summary>Keeps account of what leaks in one run. Safe to use from any thread.</summary>
internal sealed class LeakGuard(IReadOnlyList<Placeholder> placeholders, IReadOnlyList<string> allowed)
{
    private readonly LeakScan _scan = new(placeholders, allowed);
    private readonly Dictionary<Interaction, IReadOnlyList<SecretLeak>> _leaks = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether any interaction leaks.</summary>
    public bool HasFound
    {
        get
        {
            lock (_leaks)
            {
                return _leaks.Count > 0;
            }
        }
    }

    /// <summary>Whether an interaction leaks, in the form in which it is to stand on the tape.</summary>
    public bool Find(Interaction interaction)
    {
        var leaks = _scan.In(interaction);
        if (leaks.Count == 0)
        {
            return false;
        }

        lock (_leaks)
        {
            _leaks.Add(interaction, leaks);
        }

        return true;
    }

    /// <summary>All leaks of those interactions of a cassette that were found to leak, each with its position.</summary>
    public IReadOnlyList<SecretLeak> In(Cassette cassette)
    {
        lock (_leaks)
        {
            return _leaks.Count == 0 ? [] :
            [
                .. cassette.Interactions.SelectMany((interaction, index) =>
                    _leaks.GetValueOrDefault(interaction, []).Select(leak => leak with { InteractionIndex = index })),
            ];
        }
    }
}
