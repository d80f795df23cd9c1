namespace Betamax;

/// <summary>A recording that a request came near to without matching it.</summary>
/// <param name="Index">Its position among the cassette's interactions, from 0.</param>
/// <param name="Request">The request that was recorded.</param>
/// <param name="Results">What each matcher found, in the order in which the cassette's options name them.</param>
public sealed record NearRecording(int Index, RecordedRequest Request, IReadOnlyList<MatcherResult> Results);
