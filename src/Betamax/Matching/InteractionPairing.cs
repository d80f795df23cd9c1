using Betamax.Http;
using Betamax.Matching;

namespace Betamax;

/// <summary>Finds the recordings of two lists that belong together, such as those of an old and a new cassette.</summary>
public static class InteractionPairing
{
    private static readonly RequestMatcher[] DefaultMatchers = [RequestMatchers.Method, RequestMatchers.Uri];

    /// <summary>
    /// Pairs recordings whose requests match, first with first, as playback would. Of the rest it pairs those with the same
    /// method and path that differ least. Each recording is in one pair at most.
    /// </summary>
    /// <param name="before">The first list.</param>
    /// <param name="after">The second list.</param>
    /// <param name="matchers">
    /// The matchers; <see langword="null"/> for <see cref="RequestMatchers.Method"/> and <see cref="RequestMatchers.Uri"/>.
    /// </param>
    public static InteractionPairs Pair(
        IReadOnlyList<Interaction> before, IReadOnlyList<Interaction> after, IReadOnlyList<RequestMatcher>? matchers = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        matchers ??= DefaultMatchers;
        var pairs = new InteractionPair?[after.Count];
        var index = new RecordingIndex([.. before.Select(interaction => interaction.Request)], matchers);
        for (var i = 0; i < after.Count; i++)
        {
            pairs[i] = index.Take(new(after[i].Request), repeat: false) is { } position ? new(position, i, RequestsMatch: true) : null;
        }

        var removed = index.Unused.ToHashSet();
        PairNearest(before, after, matchers, pairs, removed);
        return new(
            [.. pairs.OfType<InteractionPair>()],
            [.. removed.Order()],
            [.. Enumerable.Range(0, after.Count).Where(i => pairs[i] is null)]);
    }

    private static void PairNearest(
        IReadOnlyList<Interaction> before,
        IReadOnlyList<Interaction> after,
        IReadOnlyList<RequestMatcher> matchers,
        InteractionPair?[] pairs,
        HashSet<int> removed)
    {
        var candidates = removed.Order().GroupBy(position => ReadMethodAndPath(before[position])).ToDictionary(group => group.Key, group => group.ToList());
        for (var i = 0; i < after.Count; i++)
        {
            if (pairs[i] is null && candidates.TryGetValue(ReadMethodAndPath(after[i]), out var positions)
                && NearestRecordings.Find(after[i].Request, [.. positions.Select(position => before[position].Request)], matchers, count: 1) is [var nearest])
            {
                pairs[i] = new(positions[nearest.Index], i, RequestsMatch: false);
                removed.Remove(positions[nearest.Index]);
                positions.RemoveAt(nearest.Index);
            }
        }
    }

    /// <summary>The method and the path of a request.</summary>
    private static (string Method, string Path) ReadMethodAndPath(Interaction interaction) =>
        (interaction.Request.Method.ToUpperInvariant(), UriPath.Normalize(UriParts.Split(interaction.Request.Uri)));
}
