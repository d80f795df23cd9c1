using System.Net;
using Betamax.Playback;

namespace Betamax.Recording.Traffic;

/// <summary>The content of a request that is sent: copies what goes out into a buffer, so that a stream is read only once.</summary>
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

    // A handler that follows a redirect or answers a challenge sends the content again, from its start.
    private TeeStream StartCapture(Stream stream)
    {
        _buffer.Clear();
        return new(stream, _buffer.Append);
    }
}
