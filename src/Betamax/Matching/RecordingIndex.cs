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
        || Locate(asked).OfType<RecordingBucket>().Distinct().Sum(bucket => bucket.Count) > 1;

    /// <summary>
    /// Takes the recording to play: the first unused one that matches, and before all others one whose body is the
    /// request's own. With <paramref name="repeat"/> one that was played goes on being played: the last with the request's
    /// own body, if none such is unused, or else, once all that match are used, the last of these.
    /// </summary>
    /// <param name="asked">
    /// The spellings of the live request, such as it is and as redaction would write it: matching one of them is enough.
    /// </param>
    /// <param name="repeat">Whether a recording may be played again.</param>
    /// <returns>Its position, or <see langword="null"/> where there is none.</returns>
    public int? Take(IReadOnlyList<RecordedRequest> asked, bool repeat) => TakeOnly(asked, repeat) ?? Mark(Choose(asked, repeat));

    /// <summary>The same, but <see langword="null"/> also where there is more than one recording to choose from.</summary>
    public int? TakeOnly(IReadOnlyList<RecordedRequest> asked, bool repeat) =>
        asked.Count == 1 && _predicates.Length == 0 && Locate(asked[0])?.Only is { } only && (repeat || !only.IsUsed)
            ? Mark(only)
            : null;

    /// <summary>The positions, in order, of the recordings that would match but are used up.</summary>
    /// <param name="asked">The spellings of the live request.</param>
    public IReadOnlyList<int> FindUsedMatches(IReadOnlyList<RecordedRequest> asked) =>
        [.. new Candidates(asked, Locate(asked), _predicates).Played().Select(recording => recording.Position).Order()];

    private IndexedRecording? Choose(IReadOnlyList<RecordedRequest> asked, bool repeat)
    {
        var candidates = new Candidates(asked, Locate(asked), _predicates);
        return candidates.FirstUnused(ofOwnBody: true)
            ?? (repeat ? candidates.LastPlayed(ofOwnBody: true) : null)
            ?? candidates.FirstUnused(ofOwnBody: false)
            ?? (repeat ? candidates.LastPlayed(ofOwnBody: false) : null);
    }

    private int? Mark(IndexedRecording? taken)
    {
        if (taken is { IsUsed: false })
        {
            taken.PlayedAfter = _plays++;
            taken.Bucket.MarkPlayed(taken);
            _used[taken.Position] = true;
        }

        return taken?.Position;
    }

    /// <summary>The bucket of each spelling, or <see langword="null"/> where no recording shares its key.</summary>
    private RecordingBucket?[] Locate(IReadOnlyList<RecordedRequest> asked) => [.. asked.Select(Locate)];

    private RecordingBucket? Locate(RecordedRequest spelling) => (_buckets ??= SortIntoBuckets()).GetValueOrDefault(KeyOf(spelling));

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

    private MatchKey KeyOf(RecordedRequest request)
    {
        var keys = new string[_keyed.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = _keyed[i].KeyOf(request);
        }

        return new(keys);
    }
}
