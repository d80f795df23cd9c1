using Betamax.Cassettes;

namespace Betamax.Matching;

/// <summary>
/// Finds the recording to play for a request, and knows which recordings are used. The cost of a search does not grow with
/// the cassette: recordings are found by their keys, and only matchers without a key compare one recording after another. The
/// index is built on first use. It is safe to use from any thread.
/// </summary>
internal sealed class RecordingIndex
{
    private readonly object _lock = new();
    private readonly IReadOnlyList<RecordedRequest?> _requests;
    private readonly RequestKeys _keys;
    private readonly List<RequestMatcher> _predicates = [];
    private readonly Lazy<Dictionary<string, RecordingGroup>> _groups;
    private readonly RecordingGroup?[] _groupAt;
    private readonly int[] _playedFor;
    private int _requestCount;

    /// <param name="requests">
    /// The recorded request at each position of the cassette; <see langword="null"/> for one that is never played.
    /// </param>
    /// <param name="matchers">The matchers, which all must match.</param>
    public RecordingIndex(IReadOnlyList<RecordedRequest?> requests, IReadOnlyList<RequestMatcher> matchers)
    {
        _requests = requests;
        _keys = new(matchers);
        _groups = new(GroupByKey);
        _groupAt = new RecordingGroup?[requests.Count];
        _playedFor = new int[requests.Count];
        foreach (var matcher in matchers)
        {
            Reads |= matcher.Reads;
            if (matcher is not KeyedRequestMatcher)
            {
                _predicates.Add(matcher);
            }
        }
    }

    /// <summary>The parts of a request that the matchers read.</summary>
    public RequestParts Reads { get; }

    /// <summary>The unused positions, in order.</summary>
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

    /// <summary>For each used position, the number of the request that used it, from 1.</summary>
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
    /// <param name="variants">The live request, without its body.</param>
    public bool DependsOnBody(RequestVariants variants) =>
        (Reads & RequestParts.Body) != 0 || FindGroups(variants).RecordingCount > 1;

    /// <summary>
    /// Finds the recording to play, and marks it as used: the first unused one that matches. One whose body equals the body
    /// of the request is preferred.
    /// </summary>
    /// <param name="variants">The live request. It is enough if one variant matches.</param>
    /// <param name="repeat">
    /// Whether used recordings may be played again. If all matching recordings with the body of the request are used, the one
    /// of these that was played last is played. Otherwise, if all matching recordings are used, the one that was played last.
    /// </param>
    /// <returns>The position; <see langword="null"/> if no recording can be played.</returns>
    public int? Take(RequestVariants variants, bool repeat)
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

    /// <summary>The positions, in order, of the recordings that match but are used.</summary>
    /// <param name="variants">The live request.</param>
    public IReadOnlyList<int> FindUsedMatches(RequestVariants variants)
    {
        var groups = FindGroups(variants);
        var isMatch = CreatePredicate(variants, groups);
        var found = new List<int>();
        lock (_lock)
        {
            AddUsed(groups.AsSent);
            AddUsed(groups.OtherRedacted);
        }

        found.Sort();
        return found;

        void AddUsed(RecordingGroup? group)
        {
            foreach (var position in group is null ? [] : group.Positions)
            {
                if (_playedFor[position] > 0 && isMatch(position))
                {
                    found.Add(position);
                }
            }
        }
    }

    private int? Find(RequestVariants variants, Groups groups, bool repeat)
    {
        var isMatch = _predicates.Count == 0 ? null : CreatePredicate(variants, groups);

        // With one candidate there is nothing to prefer, and its body is not looked at.
        return (groups.RecordingCount > 1 ? FindWithSameBody(variants, groups, isMatch, repeat) : null)
            ?? FindIn([groups.AsSent, groups.OtherRedacted], isMatch, repeat);
    }

    private int? FindWithSameBody(RequestVariants variants, Groups groups, Func<int, bool>? isMatch, bool repeat)
    {
        var body = variants.AsSent.Body;
        var otherBody = variants.Redacted?.Body is { } redacted && !redacted.Equals(body) ? redacted : null;
        return FindIn(
            [
                groups.AsSent?.FindByBody(body),
                groups.OtherRedacted?.FindByBody(body),
                otherBody is null ? null : groups.AsSent?.FindByBody(otherBody),
                otherBody is null ? null : groups.OtherRedacted?.FindByBody(otherBody),
            ],
            isMatch,
            repeat);
    }

    /// <summary>
    /// Finds the first unused recording in different groups; without one, the last played recording if it may be repeated.
    /// </summary>
    private int? FindIn(ReadOnlySpan<RecordingGroup?> groups, Func<int, bool>? isMatch, bool repeat)
    {
        int? found = null;
        foreach (var group in groups)
        {
            var unused = group?.FindUnused(isMatch);
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

    /// <summary>
    /// Makes a function that tells whether a recording matches a variant with its key, by the matchers without keys.
    /// </summary>
    private Func<int, bool> CreatePredicate(RequestVariants variants, Groups groups)
    {
        return position =>
            (groups.AsSent == _groupAt[position] && Accepts(variants.AsSent, position))
            || (groups.Redacted == _groupAt[position] && Accepts(variants.Redacted!, position));

        bool Accepts(RecordedRequest request, int position) => _predicates.TrueForAll(one => one.Matches(request, _requests[position]!));
    }

    private Groups FindGroups(RequestVariants variants) =>
        new(FindGroup(variants.AsSent), variants.Redacted is { } redacted ? FindGroup(redacted) : null);

    private RecordingGroup? FindGroup(RecordedRequest request) => _groups.Value.GetValueOrDefault(_keys.KeyOf(request));

    private Dictionary<string, RecordingGroup> GroupByKey()
    {
        var groups = new Dictionary<string, RecordingGroup>(_requests.Count, StringComparer.Ordinal);
        for (var position = 0; position < _requests.Count; position++)
        {
            if (_requests[position] is { } request)
            {
                var key = _keys.RememberKeyOf(request);
                if (groups.TryGetValue(key, out var group))
                {
                    group.Add(position);
                }
                else
                {
                    groups.Add(key, group = new(_requests, _playedFor, position));
                }

                _groupAt[position] = group;
            }
        }

        return groups;
    }

    /// <summary>The recordings with the key of each variant; <see langword="null"/> if there are none.</summary>
    /// <param name="asSent">The recordings for the request as sent.</param>
    /// <param name="redacted">The recordings for the request as redacted.</param>
    private readonly struct Groups(RecordingGroup? asSent, RecordingGroup? redacted)
    {
        public RecordingGroup? AsSent => asSent;

        public RecordingGroup? Redacted => redacted;

        /// <summary>The second group; <see langword="null"/> if both are the same.</summary>
        public RecordingGroup? OtherRedacted => redacted == asSent ? null : redacted;

        public int RecordingCount => (asSent?.Count ?? 0) + (OtherRedacted?.Count ?? 0);
    }
}
