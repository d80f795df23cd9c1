namespace Betamax;

/// <summary>
/// Thrown on eject if something that was recorded looks like a secret. The cassette on the disk is unchanged. Recordings
/// without a leak may be kept in the journal, and all of them are in <c>Recorder.Cassette</c>.
/// </summary>
public sealed class SecretLeakException : BetamaxException
{
    internal SecretLeakException(string cassettePath, IReadOnlyList<SecretLeak> leaks, string? kept = null)
        : base(Describe(cassettePath, leaks, kept))
    {
        CassettePath = cassettePath;
        Leaks = leaks;
    }

    /// <summary>The full path of the cassette.</summary>
    public string CassettePath { get; }

    /// <summary>All leaks, in the order of the cassette.</summary>
    public IReadOnlyList<SecretLeak> Leaks { get; }

    private static string Describe(string cassettePath, IReadOnlyList<SecretLeak> leaks, string? kept)
    {
        var interactions = leaks.GroupBy(leak => leak.InteractionIndex).Select(group =>
            $"  #{group.Key} {group.First().Method} {group.First().Uri}\n"
            + string.Join('\n', group.Select(leak => $"    {leak.Rule}: {leak.Place}")));
        var rules = leaks.Select(leak => leak.Rule).Distinct().Select(rule => $"\"{rule}\"");
        return $"""
            Nothing was saved: what was recorded contains what looks like {(leaks.Count == 1 ? "a secret" : $"{leaks.Count} secrets")}.
            {string.Join('\n', interactions)}
              cassette: {cassettePath}
            The cassette is unchanged. {kept ?? "Nothing of this run is kept."} To keep a secret off the cassette:
              - name its value: Placeholders = [new Placeholder("<NAME>", value)]
              - or its place: Redaction = Redaction.Default.AddHeaders(…), AddParameters(…), AddJsonProperties(…)
              - or change or drop the interaction in BeforeRecord
            If it is not a secret, allow the rule for this cassette: AllowedLeaks = [{string.Join(", ", rules)}]
            """;
    }
}
