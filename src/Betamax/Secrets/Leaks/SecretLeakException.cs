namespace Betamax;

/// <summary>
/// What was recorded holds what looks like secrets, so that nothing of the run was saved. The cassette on the disk is what it
/// was, and the interactions are in <see cref="Recorder.Cassette"/>.
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

    /// <summary>All that would have leaked, in the order of the tape.</summary>
    public IReadOnlyList<SecretLeak> Leaks { get; }

    private static string Describe(string cassettePath, IReadOnlyList<SecretLeak> leaks, string? kept)
    {
        var interactions = leaks.GroupBy(leak => leak.InteractionIndex).Select(group =>
            $"  #{group.Key} {group.First().Method} {group.First().Uri}\n"
            + string.Join('\n', group.Select(leak => $"    {leak.Rule}: {leak.Where}")));
        var rules = leaks.Select(leak => leak.Rule).Distinct().Select(rule => $"\"{rule}\"");
        return $"""
            Nothing was saved: what was recorded holds what looks like {(leaks.Count == 1 ? "a secret" : $"{leaks.Count} secrets")}.
            {string.Join('\n', interactions)}
              cassette: {cassettePath}
            The cassette is unchanged. {kept ?? "Nothing of this run is kept."} To keep a secret off the cassette:
              - name its value: {nameof(CassetteOptions.Placeholders)} = [new {nameof(Placeholder)}("<NAME>", value)]
              - or its place: {nameof(CassetteOptions.Redaction)} = {nameof(Redaction)}.{nameof(Redaction.Default)}.{nameof(Redaction.AddHeaders)}(…), {nameof(Redaction.AddParameters)}(…), {nameof(Redaction.AddJsonProperties)}(…)
              - or change or drop the interaction in {nameof(CassetteOptions.BeforeRecord)}
            If it is none, allow the rule for this cassette: {nameof(CassetteOptions.AllowedLeaks)} = [{string.Join(", ", rules)}]
            """;
    }
}
