namespace Betamax.Matching;

/// <summary>
/// Finds the recording to play for a request, and knows which recordings are used up. The cost of a search does not grow with
/// the cassette: recordings are found by the keys of their matchers, and only a matcher without a key is asked about one
/// recording after another. The index is built on first use. It is safe to use from any thread.
/// </summary>
internal sealed class RecordingIndex
{
    private readonly object _lock = new();
    private readonly IReadOnlyList<RecordedRequest?> _requests;
    private readonly RequestKeys _keys;
    private readonly RequestMatcher[] _predicates;
    private readonly Lazy<Dictionary<string, RecordingGroup>> _groups;
    private readonly RecordingGroup?[] _groupAt;
    private readonly int[] _playedFor;
    private int _requestCount;

    /// <param name="requests">The recorded request at each position of the cassette; <see langword="null"/> = it is never played.</param>
    /// <param name="matchers">The matchers, which all must match.</param>
    public RecordingIndex(IReadOnlyList<RecordedRequest?> requests, IReadOnlyList<RequestMatcher> matchers)
    {
        _requests = requests;
        _keys = new(matchers);
        _predicates = [.. matchers.Where(matcher => matcher is not KeyedRequestMatcher)];
        _groups = new(GroupByKey);
        _groupAt = new RecordingGroup?[requests.Count];
        _playedFor = new int[requests.Count];
        Reads = matchers.Aggregate(RequestParts.None, (parts, matcher) => parts | matcher.Reads);
    }

    /// <summary>The parts of a request that the matchers read.</summary>
    public RequestParts Reads { get; }

    /// <summary>The positions that are not used up, in order.</summary>
    public IReadOnlyList<int> Unused
    {
        get
        {
            lock (_lock)
            {
                return [.. Enumerable.Range(0, _requests.Count).Where(position => _requests[position] is not null && _playedFor[position] == 0)];
            }
        }
    }

    /// <summary>For each position that is used up, the number of the request that used it, counted from 1.</summary>
    public IReadOnlyDictionary<int, int> PlayedFor
    {
        get
        {
            lock (_lock)
            {
                return Enumerable.Range(0, _requests.Count).Where(position => _playedFor[position] > 0)
                    .ToDictionary(position => position, position => _playedFor[position]);
            }
        }
    }

    /// <summary>
    /// Whether the body of a request decides which recording is played: a matcher reads it, or there are several recordings
    /// to choose from.
    /// </summary>
    /// <param name="variants">The live request as sent and as redacted, without its body.</param>
    public bool DependsOnBody(IReadOnlyList<RecordedRequest> variants) =>
        Reads.HasFlag(RequestParts.Body) || CountAll(FindGroups(variants)) > 1;

    /// <summary>
    /// Finds the recording to play, and marks it as used: the first unused one that matches. One whose body equals the body of
    /// the request is preferred.
    /// </summary>
    /// <param name="variants">The live request as sent and as redacted. It is enough if one of these matches.</param>
    /// <param name="repeat">
    /// Whether a used recording may be played again: the last played one whose body equals the body of the request, if no such
    /// is unused; otherwise, when all matching recordings are used, the last played of them.
    /// </param>
    /// <returns>The position; <see langword="null"/> where no recording can be played.</returns>
    public int? Take(IReadOnlyList<RecordedRequest> variants, bool repeat)
    {
        var groups = FindGroups(variants);
        lock (_lock)
        {
            _requestCount++;
            var found = Find(variants, groups, repeat);
            if (found is { } position && _playedFor[position] == 0)
            {
                _playedFor[position] = _requestCount;
                _groupAt[position]!.MarkPlayed(position);
            }

            return found;
        }
    }

    /// <summary>The positions, in order, of the recordings that match but are used up.</summary>
    /// <param name="variants">The live request as sent and as redacted.</param>
    public IReadOnlyList<int> FindUsedMatches(IReadOnlyList<RecordedRequest> variants)
    {
        var groups = FindGroups(variants);
        lock (_lock)
        {
            return
            [
                .. groups.OfType<RecordingGroup>().Distinct()
                    .SelectMany(group => group.Played)
                    .Where(CreatePredicate(variants, groups))
                    .Order(),
            ];
        }
    }

    private int? Find(IReadOnlyList<RecordedRequest> variants, RecordingGroup?[] groups, bool repeat)
    {
        var isMatch = _predicates.Length == 0 ? null : CreatePredicate(variants, groups);
        var distinct = groups.Length == 1 ? groups : [.. groups.Distinct()];

        // With one candidate there is nothing to prefer, and its body is not looked at.
        return (CountAll(groups) > 1 ? FindIn(GroupsWithSameBody(variants, distinct), isMatch, repeat) : null)
            ?? FindIn(distinct, isMatch, repeat);
    }

    private int? FindIn(RecordingGroup?[] groups, Func<int, bool>? isMatch, bool repeat)
    {
        int? found = null;
        foreach (var group in groups)
        {
            var unused = group?.FindUnused(_playedFor, isMatch);
            found = unused is null || found < unused ? found : unused;
        }

        if (found is null && repeat)
        {
            foreach (var group in groups)
            {
                var played = group?.FindLastPlayed(isMatch);
                found = played is null || (found is not null && _playedFor[found.Value] > _playedFor[played.Value]) ? found : played;
            }
        }

        return found;
    }

    private static RecordingGroup?[] GroupsWithSameBody(IReadOnlyList<RecordedRequest> variants, RecordingGroup?[] groups) =>
        [.. variants.SelectMany(_ => groups, (variant, group) => group?.FindByBody(variant.Body)).Distinct()];

    /// <summary>Makes a function that tells whether the matchers without keys match a recording and a variant that has its key.</summary>
    private Func<int, bool> CreatePredicate(IReadOnlyList<RecordedRequest> variants, RecordingGroup?[] groups) => position =>
    {
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i] == _groupAt[position]
                && Array.TrueForAll(_predicates, predicate => predicate.Matches(variants[i], _requests[position]!)))
            {
                return true;
            }
        }

        return false;
    };

    /// <summary>The recordings with the key of each variant; <see langword="null"/> where there are none.</summary>
    private RecordingGroup?[] FindGroups(IReadOnlyList<RecordedRequest> variants)
    {
        var groups = new RecordingGroup?[variants.Count];
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = _groups.Value.GetValueOrDefault(_keys.KeyOf(variants[i]));
        }

        return groups;
    }

    private static int CountAll(RecordingGroup?[] groups) =>
        groups is [var only] ? only?.Count ?? 0 : groups.OfType<RecordingGroup>().Distinct().Sum(group => group.Count);

    private Dictionary<string, RecordingGroup> GroupByKey()
    {
        var groups = new Dictionary<string, RecordingGroup>(StringComparer.Ordinal);
        for (var position = 0; position < _requests.Count; position++)
        {
            if (_requests[position] is { } request)
            {
                var key = _keys.RememberKeyOf(request);
                if (!groups.TryGetValue(key, out var group))
                {
                    groups.Add(key, group = new(_requests));
                }

                group.Add(position);
                _groupAt[position] = group;
            }
        }

        return groups;
    }
}
