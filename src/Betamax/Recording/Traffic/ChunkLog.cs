using Betamax.Playback;

namespace Betamax.Recording.Traffic;

/// <summary>The parts in which a body arrives, and whether they are worth keeping.</summary>
internal sealed class ChunkLog
{
    /// <summary>JSON that comes in one go is no stream, even where the server does not name its length.</summary>
    private static readonly TimeSpan InOneGo = TimeSpan.FromMilliseconds(100);

    private List<RecordedChunk>? _chunks;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Worthiness _worth;

    private ChunkLog(TimeProvider time, Worthiness worth)
    {
        _time = time;
        _start = time.GetTimestamp();
        _worth = worth;
    }

    private enum Worthiness
    {
        Never,
        WhenSlow,
        Always,
    }

    /// <summary>How long ago the headers arrived.</summary>
    public TimeSpan Now => _time.GetElapsedTime(_start);

    /// <param name="response">The response whose headers have just arrived.</param>
    /// <param name="asked">Whether its parts are to be kept; <see langword="null"/> = where they matter.</param>
    /// <param name="time">The clock.</param>
    public static ChunkLog Of(HttpResponseMessage response, bool? asked, TimeProvider time) => new(time, asked switch
    {
        true => Worthiness.Always,
        false => Worthiness.Never,
        null => WorthOf(MediaTypeOf(response), response.Content.Headers.ContentLength),
    });

    public void Add(int length)
    {
        if (_worth != Worthiness.Never && length > 0)
        {
            (_chunks ??= []).Add(new(length, Now.ToTheMillisecond()));
        }
    }

    /// <summary>The parts, where they are worth keeping.</summary>
    public IReadOnlyList<RecordedChunk> Worth() =>
        _chunks is null || (_worth == Worthiness.WhenSlow && (_chunks.Count < 2 || _chunks[^1].Offset - _chunks[0].Offset < InOneGo)) ? [] : _chunks;

    // As it came: looking at the header's own property parses it.
    private static string? MediaTypeOf(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values)
            ? values.ToString() is var type && type.IndexOf(';', StringComparison.Ordinal) is >= 0 and var end ? type[..end].Trim() : type.Trim()
            : null;

    private static Worthiness WorthOf(string? mediaType, long? length) => mediaType?.ToLowerInvariant() switch
    {
        "text/event-stream" or "application/x-ndjson" or "application/ndjson" or "application/jsonl"
            or "application/x-jsonlines" or "application/json-seq" or "application/stream+json" => Worthiness.Always,
        { } type when length is null && (type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal)) => Worthiness.WhenSlow,
        _ => Worthiness.Never,
    };
}
