namespace Betamax;

/// <summary>
/// A cassette was ejected although some of its recordings had not been played, and
/// <see cref="CassetteOptions.AllowUnusedInteractions"/> is <see langword="false"/>. Secrets are hidden in it by placeholders
/// and redaction.
/// </summary>
public sealed class UnusedInteractionsException : BetamaxException
{
    internal UnusedInteractionsException(string cassettePath, IReadOnlyList<InteractionUsage> unused)
        : base(Describe(cassettePath, unused))
    {
        CassettePath = cassettePath;
        Unused = [.. unused.Select(recording => recording.Interaction)];
    }

    /// <summary>The full path of the cassette.</summary>
    public string CassettePath { get; }

    /// <summary>The recordings that were not played, in the order of the cassette.</summary>
    public IReadOnlyList<Interaction> Unused { get; }

    /// <summary>Lists recordings, one on each line, below a headline.</summary>
    internal static string List(IReadOnlyList<InteractionUsage> unused)
    {
        var lines = unused.Select(recording =>
            $"  #{recording.Index} {recording.Interaction.Request.Method} {recording.Interaction.Request.Uri}");
        return $"""
            {unused.Count} of the cassette's recordings {(unused.Count == 1 ? "was" : "were")} not played:
            {string.Join('\n', lines)}
            """;
    }

    private static string Describe(string cassettePath, IReadOnlyList<InteractionUsage> unused) => $"""
        {List(unused)}
          cassette: {cassettePath}
        Send these requests, remove the recordings from the cassette, or set {nameof(CassetteOptions.AllowUnusedInteractions)} to true.
        """;
}
