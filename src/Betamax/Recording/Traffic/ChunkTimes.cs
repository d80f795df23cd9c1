using Betamax.Http;
using Betamax.Playback;

namespace Betamax.Recording.Traffic;

/// <summary>Collects the chunks in which a body arrives, with their times, and decides whether to record them.</summary>
internal sealed class ChunkTimes
{
    /// <summary>JSON that arrives faster than this is not a stream, even without a <c>Content-Length</c>.</summary>
    private static readonly TimeSpan MinStreamDuration = TimeSpan.FromMilliseconds(100);

    private readonly List<RecordedChunk> _chunks = [];
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Keep _keep;

    /// <param name="response">The response whose headers have just arrived.</param>
    /// <param name="wanted">Whether to record its chunks; null = only if they matter.</param>
    /// <param name="time">The clock.</param>
    public ChunkTimes(HttpResponseMessage response, bool? wanted, TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
        _keep = wanted switch
        {
            true => Keep.Always,
            false => Keep.Never,
            null => ChooseKeep(ReadMediaType(response), response.Content.Headers.ContentLength),
        };
    }

    private enum Keep
    {
        Never,
        WhenSlow,
        Always,
    }

    /// <summary>The time since the headers arrived.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_start);

    public void Add(int length)
    {
        if (_keep != Keep.Never && length > 0)
        {
            _chunks.Add(new(length, Elapsed.TruncateToMillisecond()));
        }
    }

    /// <summary>The chunks to record; empty if they are not recorded.</summary>
    public IReadOnlyList<RecordedChunk> ToRecorded() =>
        _keep == Keep.WhenSlow && (_chunks.Count < 2 || _chunks[^1].Offset - _chunks[0].Offset < MinStreamDuration) ? [] : _chunks;

    // NonValidated: the typed property would parse the header, which changes how it is written.
    private static MediaType ReadMediaType(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues(HeaderNames.ContentType, out var values)
            ? MediaType.Parse(values.ToString())
            : default;

    private static Keep ChooseKeep(MediaType type, long? length) =>
        type.IsEventStream || type.IsJsonSequence ? Keep.Always
        : type.IsJson && length is null ? Keep.WhenSlow
        : Keep.Never;
}
