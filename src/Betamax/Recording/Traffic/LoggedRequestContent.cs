using System.Net;
using Betamax.Playback;

namespace Betamax.Recording.Traffic;

/// <summary>The content of a request while it is sent: what goes out is what is recorded, and a stream is read once.</summary>
internal sealed class LoggedRequestContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly ByteLog _log;

    public LoggedRequestContent(HttpContent inner, ByteLog log)
    {
        _inner = inner;
        _log = log;
        MessageHeaders.Copy(inner.Headers, Headers);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _inner.CopyTo(Logged(stream), context, cancellationToken);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _inner.CopyToAsync(Logged(stream), context, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    // A handler that follows a redirect or answers a challenge sends the content again, from its start.
    private TeeStream Logged(Stream stream)
    {
        _log.Clear();
        return new(stream, _log.Append);
    }
}
