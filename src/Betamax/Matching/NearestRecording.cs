namespace Betamax;

/// <summary>A recording that is similar to a live request, but does not match it.</summary>
/// <param name="Index">The position of the recording in the cassette, from 0.</param>
/// <param name="Request">The recorded request.</param>
/// <param name="Results">The result of each matcher, in the order of the option <c>MatchRequestsOn</c>.</param>
public sealed record NearestRecording(int Index, RecordedRequest Request, IReadOnlyList<MatcherResult> Results);
