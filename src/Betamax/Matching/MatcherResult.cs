namespace Betamax;

/// <summary>The result of one matcher for a live request and a recorded one.</summary>
/// <param name="Matcher">The name of the matcher.</param>
/// <param name="Matched">Whether it matched.</param>
/// <param name="Differences">
/// The places in which the requests differ. Empty if they match, or if the matcher explains nothing.
/// </param>
public sealed record MatcherResult(string Matcher, bool Matched, IReadOnlyList<RequestDifference> Differences)
{
    /// <summary>
    /// What to use in place of the matcher, so that the two requests match. <see langword="null"/> if they match, or if the
    /// matcher suggests nothing that leads to a match.
    /// </summary>
    public MatcherRemedy? Remedy { get; init; }
}
