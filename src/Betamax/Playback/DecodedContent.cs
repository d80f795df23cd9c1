using System.Net;

namespace Betamax.Playback;

/// <summary>Compressed content that is decoded while it is read.</summary>
internal sealed class DecodedContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly Func<Stream, Stream> _decode;

    public DecodedContent(HttpContent inner, Func<Stream, Stream> decode)
    {
        _inner = inner;
        _decode = decode;
        MessageHeaders.Copy(inner.Headers, Headers);
        Headers.ContentLength = null;
        var codings = inner.Headers.ContentEncoding;
        Headers.ContentEncoding.Clear();
        foreach (var coding in codings.SkipLast(1))
        {
            Headers.ContentEncoding.Add(coding);
        }
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var decoded = CreateContentReadStream(cancellationToken);
        decoded.CopyTo(stream);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var decoded = await CreateContentReadStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (decoded.ConfigureAwait(false))
        {
            await decoded.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        }
    }

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) =>
        Decode(_inner.ReadAsStream(cancellationToken));

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        Decode(await _inner.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private DecodedStream Decode(Stream source) => new(source, _decode(source));
}
