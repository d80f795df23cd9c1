using System.Net;
using Betamax.Playback;

namespace Betamax.Recording.Traffic;

/// <summary>
/// The content of a live response: the caller gets each byte as it arrives, and the interaction is finished when the last
/// one has been read. A body that its reader leaves half-way is not recorded.
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
        var passing = _recording.PassTo(stream, tee =>
        {
            _inner.CopyTo(tee, context, cancellationToken);
            return Task.CompletedTask;
        });
        passing.GetAwaiter().GetResult();
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _isCopied = true;
        return _recording.PassTo(stream, tee => _inner.CopyToAsync(tee, context, cancellationToken));
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
        // This disposes of the stream, if one was taken, which then reads the rest: the inner content gives out no other. A copy
        // that is still under way is broken off by it, and says so itself.
        base.Dispose(disposing);
        if (disposing)
        {
            if (!_isCopied)
            {
                _recording.Leave(() => _inner.ReadAsStream());
            }

            _inner.Dispose();
        }
    }
}
