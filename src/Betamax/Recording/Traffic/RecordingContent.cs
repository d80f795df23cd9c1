using System.Net;
using Betamax.Playback;

namespace Betamax.Recording.Traffic;

/// <summary>
/// The content of a live response. The caller gets each byte as it arrives. The interaction is recorded when the last byte has been
/// read.
/// </summary>
internal sealed class RecordingContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly ResponseRecording _recording;
    private bool _isCopied;

    public RecordingContent(HttpContent inner, ResponseRecording recording)
    {
        _inner = inner;
        _recording = recording;
        MessageHeaders.Copy(inner.Headers, Headers);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _isCopied = true;
        var copying = _recording.CopyTo(stream, tee =>
        {
            _inner.CopyTo(tee, context, cancellationToken);
            return Task.CompletedTask;
        }, canReadRest: false);
        copying.GetAwaiter().GetResult();
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _isCopied = true;
        return _recording.CopyTo(stream, tee => _inner.CopyToAsync(tee, context, cancellationToken), canReadRest: false);
    }

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) =>
        new RecordingStream(_inner.ReadAsStream(cancellationToken), _recording);

    protected override Task<Stream> CreateContentReadStreamAsync() =>
        CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        new RecordingStream(await _inner.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), _recording);

    // If the server sent a length, it is among the headers.
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        // Disposes the stream too, if one was created. The stream then reads the rest of the body.
        base.Dispose(disposing);
        if (disposing)
        {
            // A copy that is still running fails now, and ends the recording itself.
            var draining = _isCopied ? Task.CompletedTask : _recording.StopEarly(_inner.ReadAsStreamAsync);
            draining.ContinueSynchronously(_inner.Dispose);
        }
    }
}
