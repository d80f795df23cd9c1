using System.Net;
using Betamax.Playback;

namespace Betamax.Recording;

/// <summary>
/// The content of a live response: the caller gets each byte as it arrives, and the interaction is finished when the last
/// one has been read. A body that is not read to its end is not recorded.
/// </summary>
internal sealed class RecordingContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly BodyRecording _recording;

    /// <param name="inner">The content as it came from the network.</param>
    /// <param name="finished">Called once, with the whole body.</param>
    public RecordingContent(HttpContent inner, Action<byte[]> finished)
    {
        _inner = inner;
        MessageHeaders.Copy(inner.Headers, Headers);
        _recording = new(inner.Headers.ContentLength, finished);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _inner.CopyTo(new LoggingWriteStream(stream, _recording.Log), context, cancellationToken);
        _recording.End();
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await _inner.CopyToAsync(new LoggingWriteStream(stream, _recording.Log), context, cancellationToken)
            .ConfigureAwait(false);
        _recording.End();
    }

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) =>
        new RecordingStream(_inner.ReadAsStream(cancellationToken), _recording);

    protected override Task<Stream> CreateContentReadStreamAsync() =>
        CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        new RecordingStream(await _inner.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), _recording);

    // The length, where the server named one, is among the headers.
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
}
