using System.Runtime.InteropServices;

namespace Betamax.Matching;

/// <summary>
/// Finds the recording to play for a request, and knows which are used up. The cost of a find does not grow with the tape:
/// recordings are looked up by the keys of their matchers, and only a matcher without keys is asked about one after the
/// other. Built on first use. Not safe for threads, which its owner keeps apart, but where a member says so.
/// </summary>
/// <param name="recordings">The recorded request at each position of the tape; <see langword="null"/> = dropped.</param>
/// <param name="matchers">The rules that all must hold.</param>
internal sealed class RecordingIndex(IReadOnlyList<RecordedRequest?> recordings, IReadOnlyList<RequestMatcher> matchers)
{
    private readonly MatchKeys _keys = new(matchers);
    private readonly RequestMatcher[] _predicates = [.. matchers.Where(matcher => matcher is not KeyedRequestMatcher)];
    private readonly bool _readsBody = matchers.Any(matcher => matcher.ReadsBody);
    private Dictionary<string, IndexedRecording>? _firsts;
    private int _taken;

    /// <summary>The positions that no request has taken yet, in order.</summary>
    public IReadOnlyList<int> Unused
    {
        get
        {
            var played = PlayedFor;
            return [.. Enumerable.Range(0, recordings.Count).Where(i => recordings[i] is not null && !played.ContainsKey(i))];
        }
    }

    /// <summary>Of each position that was played the number of the request that used it up.</summary>
    public IReadOnlyDictionary<int, int> PlayedFor =>
        (Volatile.Read(ref _firsts)?.Values ?? Enumerable.Empty<IndexedRecording>())
            .SelectMany(first => first.IsAlone ? [first] : first.Bucket.All.All)
            .Where(recording => recording.IsUsed)
            .ToDictionary(recording => recording.Position, recording => recording.PlayedFor);

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
            found.TryPlay(++_taken);
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
    public IndexedRecording? Find(IReadOnlyList<RecordedRequest> asked, IReadOnlyList<string> keys, bool repeat)
    {
        if (keys.Count == 1 && FindOnly(keys[0]) is { } only)
        {
            return repeat || !only.IsUsed ? only : null;
        }

        var candidates = new Candidates(asked, Locate(keys), _predicates);
        return candidates.FirstUnused(ofOwnBody: true)
            ?? (repeat ? candidates.LastPlayed(ofOwnBody: true) : null)
            ?? candidates.FirstUnused(ofOwnBody: false)
            ?? (repeat ? candidates.LastPlayed(ofOwnBody: false) : null);
    }

    /// <summary>
    /// The recording for a request of which only method and URI are known, where these are all that matters and there is no
    /// other, used or not. May be called from any thread.
    /// </summary>
    public IndexedRecording? FindOnly(string method, string uri) =>
        (_keys.OfText(method, uri) is { } text ? FindOnly(text) : null) ?? FindOnly(_keys.Of(new(method, uri)));

    private IndexedRecording? FindOnly(string key) =>
        _predicates.Length == 0 && FirstOf(key) is { IsAlone: true } only ? only : null;

    /// <summary>The positions, in order, of the recordings that would match but are used up.</summary>
    /// <param name="asked">The spellings of the live request.</param>
    public IReadOnlyList<int> FindUsedMatches(IReadOnlyList<RecordedRequest> asked) =>
        [.. new Candidates(asked, Locate(KeysOf(asked)), _predicates).Played().Select(recording => recording.Position).Order()];

    /// <summary>The key of each spelling. It costs what the matchers cost, and may be called from any thread.</summary>
    public IReadOnlyList<string> KeysOf(IReadOnlyList<RecordedRequest> asked) => [.. asked.Select(_keys.Of)];

    /// <summary>The bucket of each key, or <see langword="null"/> where no recording shares it.</summary>
    private RecordingBucket?[] Locate(IReadOnlyList<string> keys) => [.. keys.Select(key => FirstOf(key)?.Bucket)];

    /// <summary>The first recording with a key, or <see langword="null"/> where there is none.</summary>
    private IndexedRecording? FirstOf(string key) =>
        (Volatile.Read(ref _firsts) ?? LazyInitializer.EnsureInitialized(ref _firsts, SortByKey)).GetValueOrDefault(key);

    private Dictionary<string, IndexedRecording> SortByKey()
    {
        var firsts = new Dictionary<string, IndexedRecording>(recordings.Count, StringComparer.Ordinal);
        for (var position = 0; position < recordings.Count; position++)
        {
            if (recordings[position] is { } request)
            {
                var recording = new IndexedRecording(position, request);
                ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(firsts, _keys.Of(request), out var isKnown);
                if (isKnown)
                {
                    recording.Join(first!);
                }
                else
                {
                    first = recording;
                }
            }
        }

        return firsts;
    }
}
