namespace Betamax;

/// <summary>
/// A cassette was ejected after requests had been refused, and <see cref="CassetteOptions.AllowUnusedInteractions"/> is
/// <see langword="false"/>. The code that sent them may have swallowed the exception. Placeholders and redaction apply to what it
/// shows.
/// </summary>
public sealed class RefusedRequestsException : BetamaxException
{
    internal RefusedRequestsException(
        string cassettePath, IReadOnlyList<UnhandledRequestException> refusals, IReadOnlyList<InteractionUsage> unused)
        : base(Describe(cassettePath, refusals, unused))
    {
        CassettePath = cassettePath;
        Refusals = refusals;
        Unused = [.. unused.Select(recording => recording.Interaction)];
    }

    /// <summary>The full path of the cassette.</summary>
    public string CassettePath { get; }

    /// <summary>The refusals that were not acknowledged: those with the same message only once, and the first ten.</summary>
    public IReadOnlyList<UnhandledRequestException> Refusals { get; }

    /// <summary>The recordings that were not played, in the order of the cassette. Empty if all were.</summary>
    public IReadOnlyList<Interaction> Unused { get; }

    private static string Describe(
        string cassettePath, IReadOnlyList<UnhandledRequestException> refusals, IReadOnlyList<InteractionUsage> unused)
    {
        string[] notPlayed = unused.Count == 0 ? [] : [UnusedInteractionsException.List(unused), ""];
        return string.Join('\n',
        [
            refusals.Count == 1 ? "A request was refused while the cassette was open:" : $"{refusals.Count} requests were refused while the cassette was open:",
            $"  cassette: {cassettePath}",
            "",
            .. refusals.SelectMany(refusal => (string[])[refusal.Message, ""]),
            .. notPlayed,
            $"If the test expects this, call {nameof(Recorder)}.{nameof(Recorder.AcknowledgeRefusals)}() in it, or set {nameof(CassetteOptions.AllowUnusedInteractions)} to true.",
        ]);
    }
}
