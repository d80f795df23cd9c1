using System.Net;

namespace Betamax.Playback;

/// <summary>The content of a played response.</summary>
/// <param name="bytes">The whole body.</param>
/// <param name="schedule">How it is played; null = in one piece.</param>
internal sealed class PlayedContent(ReadOnlyMemory<byte> bytes, PlaybackSchedule? schedule) : HttpContent
{
    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var played = Open();
        played.CopyTo(stream);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        schedule is null
            ? stream.WriteAsync(bytes, cancellationToken).AsTask()
            : Open().CopyToAsync(stream, cancellationToken);

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => Open();

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(Open());

    // As for a live response, a length is known only if the server sent it; it is then among the headers.
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private PlayedStream Open() => new(bytes, schedule);
}
