using System.Net;

namespace Betamax.Playback;

/// <summary>The content of one played response: nobody else reads from it or disposes of it.</summary>
/// <param name="bytes">All of it.</param>
/// <param name="course">How it comes; <see langword="null"/> = all at once.</param>
internal sealed class PlayedContent(ReadOnlyMemory<byte> bytes, PlayedCourse? course) : HttpContent
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
        course is null
            ? stream.WriteAsync(bytes, cancellationToken).AsTask()
            : Open().CopyToAsync(stream, cancellationToken);

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => Open();

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(Open());

    // A live response knows its length where the server has named it, and only there: it is among the headers then.
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private PlayedStream Open() => new(bytes, course);
}
