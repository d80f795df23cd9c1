namespace Betamax;

/// <summary>What one matcher found between a live request and a recorded one.</summary>
/// <param name="Matcher">The matcher's name.</param>
/// <param name="Matched">Whether it matched.</param>
/// <param name="Differences">
/// Where they differ. Empty where they match, and where the matcher has nothing to say beyond the fact that they do not.
/// </param>
public sealed record MatcherResult(string Matcher, bool Matched, IReadOnlyList<RequestDifference> Differences);
