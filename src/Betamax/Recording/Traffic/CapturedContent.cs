using System.Net;
using Betamax.Playback;

namespace Betamax.Recording.Traffic;

/// <summary>
/// The content of a request that is being sent. It copies each byte to a buffer as it goes out, so that a stream is read only
/// once.
/// </summary>
internal sealed class CapturedContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly BodyBuffer _buffer;

    public CapturedContent(HttpContent inner, BodyBuffer buffer)
    {
        _inner = inner;
        _buffer = buffer;
        MessageHeaders.Copy(inner.Headers, Headers);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _inner.CopyTo(StartCapture(stream), context, cancellationToken);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _inner.CopyToAsync(StartCapture(stream), context, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    // Starts again: a handler sends the content twice if it follows a redirect or answers a challenge.
    private TeeStream StartCapture(Stream stream)
    {
        _buffer.Clear();
        return new(stream, _buffer.Append);
    }
}
