using Betamax.Http;

namespace Betamax.Matching;

/// <summary>Finds the recordings that are most similar to a request without a match, and explains the differences.</summary>
internal static class NearestRecordings
{
    /// <summary>How many recordings are compared in full, so that a refusal of a long cassette is fast too.</summary>
    private const int MostCompared = 50;

    /// <summary>
    /// Finds the nearest recordings: those that satisfy most matchers, then those with the fewest differences, then in the
    /// order of the cassette. Recordings with the path and the method of the request are compared first.
    /// </summary>
    /// <param name="request">The live request.</param>
    /// <param name="recordings">The recorded request at each position of the cassette; <see langword="null"/> for one that is never played.</param>
    /// <param name="matchers">The matchers of the cassette.</param>
    /// <param name="count">How many to find at most.</param>
    public static IReadOnlyList<NearestRecording> Find(
        RecordedRequest request, IReadOnlyList<RecordedRequest?> recordings, IReadOnlyList<RequestMatcher> matchers, int count = 3) =>
        [
            .. SortByPathAndMethod(request, recordings)
                .Take(MostCompared)
                .Select(index => new NearestRecording(index, recordings[index]!, Compare(request, recordings[index]!, matchers)))
                .OrderByDescending(nearest => nearest.Results.Count(result => result.Matched))
                .ThenBy(nearest => nearest.Results.Where(result => !result.Matched).Sum(result => Math.Max(1, result.Differences.Count)))
                .ThenBy(nearest => nearest.Index)
                .Take(count),
        ];

    private static IEnumerable<int> SortByPathAndMethod(RecordedRequest request, IReadOnlyList<RecordedRequest?> recordings)
    {
        var path = ReadPath(request);
        return Enumerable.Range(0, recordings.Count)
            .Where(index => recordings[index] is not null)
            .OrderByDescending(index => ReadPath(recordings[index]!) == path)
            .ThenByDescending(index => recordings[index]!.Method.Equals(request.Method, StringComparison.OrdinalIgnoreCase));

        static string ReadPath(RecordedRequest request) => UriPath.Normalize(UriParts.Split(request.Uri));
    }

    private static IReadOnlyList<MatcherResult> Compare(
        RecordedRequest request, RecordedRequest recorded, IReadOnlyList<RequestMatcher> matchers) =>
        [.. matchers.Select(matcher => matcher.Matches(request, recorded) ? new(matcher.Name, true, []) : Explain(request, recorded, matcher))];

    private static MatcherResult Explain(RecordedRequest request, RecordedRequest recorded, RequestMatcher matcher)
    {
        var remedy = matcher.SuggestRemedy(request, recorded);
        return new(matcher.Name, false, matcher.Explain(request, recorded))
        {
            Remedy = remedy?.LeadsToMatch(request, recorded) == true ? remedy : null,
        };
    }
}
