using System.Net;

namespace Betamax.Playback;

/// <summary>The content of one played response: nobody else reads from it or disposes of it.</summary>
internal sealed class PlayedContent(PlayedBody body) : HttpContent
{
    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var played = new PlayedStream(body);
        played.CopyTo(stream);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        body.IsPlain
            ? stream.WriteAsync(body.Bytes, cancellationToken).AsTask()
            : new PlayedStream(body).CopyToAsync(stream, cancellationToken);

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => new PlayedStream(body);

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new PlayedStream(body));

    // A live response knows its length where the server has named it, and only there: it is among the headers then.
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
