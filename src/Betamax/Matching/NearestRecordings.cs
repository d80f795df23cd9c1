using Betamax.Http;

namespace Betamax.Matching;

/// <summary>Which recordings a request without a match came nearest to, and what kept it from them.</summary>
internal static class NearestRecordings
{
    /// <summary>How many recordings are compared in full: the explanation of a miss must not take as long as the test.</summary>
    private const int Compared = 50;

    /// <summary>
    /// The nearest recordings: those with the most matchers satisfied, then with the fewest differences, then in the order
    /// of the tape. Those with the request's own path and method are looked at first.
    /// </summary>
    /// <param name="asked">
    /// The spellings of the live request; the last is the one that may be shown, and differences are told of it.
    /// </param>
    /// <param name="recordings">The recorded request at each position of the tape; <see langword="null"/> = dropped.</param>
    /// <param name="matchers">The cassette's matchers.</param>
    /// <param name="count">How many to find at most.</param>
    public static IReadOnlyList<NearRecording> Find(
        IReadOnlyList<RecordedRequest> asked,
        IReadOnlyList<RecordedRequest?> recordings,
        IReadOnlyList<RequestMatcher> matchers,
        int count = 3)
    {
        var lookAlike = SortByFirstSight(asked[^1], recordings);
        return
        [
            .. lookAlike
                .Take(Compared)
                .Select(index => Compare(asked, index, recordings[index]!, matchers))
                .OrderByDescending(near => near.Results.Count(result => result.Matched))
                .ThenBy(near => near.Results.Where(result => !result.Matched).Sum(result => Math.Max(1, result.Differences.Count)))
                .ThenBy(near => near.Index)
                .Take(count),
        ];
    }

    private static IEnumerable<int> SortByFirstSight(RecordedRequest asked, IReadOnlyList<RecordedRequest?> recordings)
    {
        var path = PathOf(asked);
        return Enumerable.Range(0, recordings.Count)
            .Where(index => recordings[index] is not null)
            .OrderByDescending(index => PathOf(recordings[index]!) == path)
            .ThenByDescending(index => recordings[index]!.Method.Equals(asked.Method, StringComparison.OrdinalIgnoreCase));

        static string PathOf(RecordedRequest request) => UriPath.Normalize(UriParts.Split(request.Uri));
    }

    private static NearRecording Compare(
        IReadOnlyList<RecordedRequest> asked, int index, RecordedRequest recorded, IReadOnlyList<RequestMatcher> matchers) =>
        new(index, recorded, [.. matchers.Select(matcher => Compare(asked, recorded, matcher))]);

    private static MatcherResult Compare(IReadOnlyList<RecordedRequest> asked, RecordedRequest recorded, RequestMatcher matcher) =>
        asked.Any(spelling => matcher.Matches(spelling, recorded))
            ? new(matcher.Name, true, [])
            : new(matcher.Name, false, matcher.Explain(asked[^1], recorded));
}
