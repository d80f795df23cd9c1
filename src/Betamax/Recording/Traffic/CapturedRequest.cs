using System.Text;
using Betamax.Playback;

namespace Betamax.Recording.Traffic;

/// <summary>
/// A request as data, captured before it is sent, because the handlers below may change the message. Headers and body are captured
/// when they are first needed. The body is read in advance if matching needs it; otherwise it is captured while it is sent, or
/// discarded.
/// </summary>
internal sealed class CapturedRequest
{
    /// <summary>How long the writer of a stream may be silent. After that it is assumed to wait for the response.</summary>
    private static readonly TimeSpan DuplexPatience = TimeSpan.FromSeconds(5);

    private readonly HttpRequestMessage _message;
    private readonly HttpContent? _content;
    private readonly long _maxRecordedBody;
    private RecordedRequest _request;
    private bool _hasHeaders;
    private BodyBuffer? _body;
    private bool _isBodyRead;

    /// <param name="message">The request.</param>
    /// <param name="maxRecordedBody">A longer body is not recorded.</param>
    public CapturedRequest(HttpRequestMessage message, long maxRecordedBody)
    {
        _message = message;
        _content = message.Content;
        _maxRecordedBody = maxRecordedBody;
        _request = new(message.Method.Method, ToWireForm(message.RequestUri));
    }

    public string Method => _request.Method;

    /// <summary>The URI as it goes over the wire.</summary>
    public string Uri => _request.Uri;

    /// <summary>Whether there is a body that has not been read yet.</summary>
    public bool HasUnreadBody => _content is not null && !_isBodyRead;

    /// <summary>Whether the body is too long to be recorded.</summary>
    public bool IsBodyTooLarge => _body?.Length > _maxRecordedBody;

    // With HTTP/2 the response may arrive while a request of unknown length is still being written.
    private bool MayBeDuplex => _message.Version.Major >= 2 && _content?.Headers.ContentLength is null;

    /// <summary>The request with its headers, and with as much of its body as has been captured.</summary>
    public RecordedRequest ToRecorded()
    {
        CaptureHeaders();
        return _body is { Length: > 0 } body ? _request with { Body = RecordedBody.FromBytes(body.ToMemory()) } : _request;
    }

    /// <summary>The request as matching needs it. A request without a body gets its headers only if a matcher reads them.</summary>
    public RecordedRequest ToMatch(bool withHeaders) =>
        withHeaders || _content is not null ? ToRecorded() : _request;

    /// <summary>
    /// Reads the body, and replaces the content of the message by what was read: a stream may not be readable twice.
    /// </summary>
    /// <returns>False when the body is a stream whose writer waits for the response.</returns>
    public async ValueTask<bool> TryReadBody(bool async, CancellationToken cancellationToken)
    {
        CaptureHeaders();
        _body = new BodyBuffer(_content!.Headers.ContentLength, limit: long.MaxValue);
        using var capture = new TeeStream(Stream.Null, _body.Append);
        if (!async)
        {
            _content.CopyTo(capture, context: null, cancellationToken);
        }
        else if (!MayBeDuplex)
        {
            await _content.CopyToAsync(capture, cancellationToken).ConfigureAwait(false);
        }
        else if (!await TryReadWhileWriterIsActive(_body, capture, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        if (_body.IsTooLarge)
        {
            throw new BetamaxException(
                $"The body of a request has {_body.Length} bytes. A body of more than {Array.MaxLength} bytes cannot be matched.");
        }

        _isBodyRead = true;
        _message.Content = new ReadOnlyMemoryContent(_body.ToMemory());
        MessageHeaders.Copy(_content.Headers, _message.Content.Headers);
        return true;
    }

    /// <summary>Prepares for sending: captures the headers now, and the body while it is sent, unless it has been read.</summary>
    public void CaptureWhileSent()
    {
        CaptureHeaders();
        if (HasUnreadBody)
        {
            _body = new BodyBuffer(_content!.Headers.ContentLength, _maxRecordedBody);
            _message.Content = new CapturedContent(_content, _body);
        }
    }

    /// <summary>Reads the body to its end, as a server would, and discards it. Does nothing if it has been read.</summary>
    public async ValueTask DiscardBody(bool async, CancellationToken cancellationToken)
    {
        if (!HasUnreadBody)
        {
            return;
        }

        if (!async)
        {
            _content!.CopyTo(Stream.Null, context: null, cancellationToken);
        }
        else if (MayBeDuplex)
        {
            _ = DiscardInBackground(_content!, cancellationToken);
        }
        else
        {
            await _content!.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Restores the message's own content.</summary>
    public void RestoreContent()
    {
        if (_content is not null)
        {
            _message.Content = _content;
        }
    }

    private void CaptureHeaders()
    {
        if (!_hasHeaders)
        {
            _request = _request with { Headers = MessageHeaders.Read(_message) };
            _hasHeaders = true;
        }
    }

    // The ASCII form of an internationalized host goes over the wire: xn--bcher-kva.example for bücher.example.
    private static string ToWireForm(Uri? uri)
    {
        if (uri is not { IsAbsoluteUri: true })
        {
            throw new InvalidOperationException(
                "The request has no absolute URI. Give it one, or give its HttpClient a BaseAddress.");
        }

        var text = uri.AbsoluteUri;
        return Ascii.IsValid(text) || uri.HostNameType != UriHostNameType.Dns
            ? text
            : new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri;
    }

    private async Task<bool> TryReadWhileWriterIsActive(BodyBuffer body, TeeStream capture, CancellationToken cancellationToken)
    {
        var reading = _content!.CopyToAsync(capture, cancellationToken);
        for (var before = -1L; !reading.IsCompleted && before < body.Length;)
        {
            before = body.Length;
            await Task.WhenAny(reading, Task.Delay(DuplexPatience, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (!reading.IsCompleted)
        {
            return false;
        }

        await reading.ConfigureAwait(false);
        return true;
    }

    private static async Task DiscardInBackground(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            await content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            // The response is already on its way. Errors in the rest of the request body are ignored.
        }
    }
}
