namespace Betamax.Secrets.Leaks;

/// <summary>Collects the leaks of one run. Safe to use from any thread.</summary>
internal sealed class LeakGuard(LeakScan scan)
{
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

    /// <summary>Scans an interaction, in the form in which it would be saved. Returns whether it leaks.</summary>
    public bool Scan(Interaction interaction)
    {
        var leaks = scan.Find(interaction);
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

    /// <summary>The leaks that were found in the interactions of a cassette, each with its position.</summary>
    public IReadOnlyList<SecretLeak> GetLeaks(Cassette cassette)
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
