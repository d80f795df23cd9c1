namespace Betamax.Matching;

/// <summary>
/// Finds the recording to play for a request, and knows which are used up. The cost of a find does not grow with the tape:
/// recordings are looked up by the keys of their matchers, and only a matcher without keys is asked about one after the
/// other. Built on first use; not safe for threads, which its owner keeps apart.
/// </summary>
/// <param name="recordings">The recorded request at each position of the tape; <see langword="null"/> = dropped.</param>
/// <param name="matchers">The rules that all must hold.</param>
internal sealed class RecordingIndex(IReadOnlyList<RecordedRequest?> recordings, IReadOnlyList<RequestMatcher> matchers)
{
    private readonly KeyedRequestMatcher[] _keyed = [.. matchers.OfType<KeyedRequestMatcher>()];
    private readonly RequestMatcher[] _predicates = [.. matchers.Where(matcher => matcher is not KeyedRequestMatcher)];
    private readonly bool _readsBody = matchers.Any(matcher => matcher.ReadsBody);
    private readonly bool[] _used = new bool[recordings.Count];
    private Dictionary<MatchKey, RecordingBucket>? _buckets;
    private int _plays;

    /// <summary>The positions that no request has taken yet, in order.</summary>
    public IReadOnlyList<int> Unused => [.. Enumerable.Range(0, _used.Length).Where(i => recordings[i] is not null && !_used[i])];

    /// <summary>Whether a request has taken the recording at this position.</summary>
    public bool IsUsed(int position) => _used[position];

    /// <summary>Whether method and URI alone say what matches.</summary>
    public bool ReadsOnlyMethodAndUri { get; } = !matchers.Any(matcher => matcher.ReadsBody || matcher.ReadsHeaders);

    /// <summary>
    /// Whether the body of a request decides which recording it takes: a matcher reads it, or there is more than one
    /// recording to choose from.
    /// </summary>
    /// <param name="asked">The spellings of the live request, with or without its body.</param>
    public bool DependsOnBody(IReadOnlyList<RecordedRequest> asked) =>
        _readsBody
        || Locate(KeysOf(asked)).OfType<RecordingBucket>().Distinct().Sum(bucket => bucket.Count) > 1;

    /// <summary>Finds the recording to play, and marks it as played.</summary>
    /// <returns>Its position, or <see langword="null"/> where there is none.</returns>
    public int? Take(IReadOnlyList<RecordedRequest> asked, bool repeat)
    {
        var found = Find(asked, KeysOf(asked), repeat);
        if (found is { IsUsed: false })
        {
            MarkPlayed(found);
        }

        return found?.Position;
    }

    /// <summary>
    /// The recording to play: the first unused one that matches, and before all others one whose body is the request's own.
    /// With <paramref name="repeat"/> one that was played goes on being played: the last with the request's own body, if none
    /// such is unused, or else, once all that match are used, the last of these.
    /// </summary>
    /// <param name="asked">
    /// The spellings of the live request, such as it is and as redaction would write it: matching one of them is enough.
    /// </param>
    /// <param name="keys">Their keys.</param>
    /// <param name="repeat">Whether a recording may be played again.</param>
    public IndexedRecording? Find(IReadOnlyList<RecordedRequest> asked, IReadOnlyList<MatchKey> keys, bool repeat)
    {
        if (keys.Count == 1 && FindOnly(keys[0], repeat) is { } only)
        {
            return only;
        }

        var candidates = new Candidates(asked, Locate(keys), _predicates);
        return candidates.FirstUnused(ofOwnBody: true)
            ?? (repeat ? candidates.LastPlayed(ofOwnBody: true) : null)
            ?? candidates.FirstUnused(ofOwnBody: false)
            ?? (repeat ? candidates.LastPlayed(ofOwnBody: false) : null);
    }

    /// <summary>The recording to play where there is no other with its key, nor a matcher without keys.</summary>
    public IndexedRecording? FindOnly(MatchKey key, bool repeat) =>
        _predicates.Length == 0 && Locate(key)?.Only is { } only && (repeat || !only.IsUsed) ? only : null;

    /// <summary>Marks an unused recording as played.</summary>
    public void MarkPlayed(IndexedRecording recording)
    {
        recording.PlayedAfter = _plays++;
        recording.Bucket.MarkPlayed(recording);
        _used[recording.Position] = true;
    }

    /// <summary>The positions, in order, of the recordings that would match but are used up.</summary>
    /// <param name="asked">The spellings of the live request.</param>
    public IReadOnlyList<int> FindUsedMatches(IReadOnlyList<RecordedRequest> asked) =>
        [.. new Candidates(asked, Locate(KeysOf(asked)), _predicates).Played().Select(recording => recording.Position).Order()];

    /// <summary>The key of each spelling. It costs what the matchers cost, and may be called from any thread.</summary>
    public IReadOnlyList<MatchKey> KeysOf(IReadOnlyList<RecordedRequest> asked) => [.. asked.Select(KeyOf)];

    /// <summary>The same for one of them.</summary>
    public MatchKey KeyOf(RecordedRequest request)
    {
        var keys = new string[_keyed.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = _keyed[i].KeyOf(request);
        }

        return new(keys);
    }

    /// <summary>The bucket of each key, or <see langword="null"/> where no recording shares it.</summary>
    private RecordingBucket?[] Locate(IReadOnlyList<MatchKey> keys) => [.. keys.Select(Locate)];

    private RecordingBucket? Locate(MatchKey key) => (_buckets ??= SortIntoBuckets()).GetValueOrDefault(key);

    private Dictionary<MatchKey, RecordingBucket> SortIntoBuckets()
    {
        var buckets = new Dictionary<MatchKey, RecordingBucket>(recordings.Count);
        for (var position = 0; position < recordings.Count; position++)
        {
            if (recordings[position] is { } request)
            {
                var key = KeyOf(request);
                if (!buckets.TryGetValue(key, out var bucket))
                {
                    buckets.Add(key, bucket = new());
                }

                bucket.Add(new(position, request, bucket));
            }
        }

        return buckets;
    }
}
