using System.Text;
using Betamax.Playback;

namespace Betamax.Recording.Traffic;

/// <summary>
/// A request as it was before any handler below could change it (one that follows redirects does). Its body is read
/// beforehand where the match depends on it, else logged while it is sent, or let go where nobody needs it.
/// </summary>
internal sealed class SentRequest
{
    /// <summary>How long the writer of a stream that never ends may be silent before it is taken to wait for an answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly ByteLog NoBody = new(0);

    private readonly HttpRequestMessage _message;
    private readonly RecordedRequest _head;
    private readonly HttpContent? _content;
    private readonly ByteLog _body;
    private bool _isRead;

    /// <param name="message">The request.</param>
    /// <param name="headers">Reads its headers.</param>
    public SentRequest(HttpRequestMessage message, HeadersBefore headers)
    {
        _message = message;
        _content = message.Content;
        _body = _content is null ? NoBody : new ByteLog(_content.Headers.ContentLength);
        _head = new(message.Method.Method, UriOf(message)) { Headers = headers.Read(message) };
    }

    /// <summary>Where it went, as it stands on the tape.</summary>
    public string Uri => _head.Uri;

    /// <summary>In HTTP/2 the answer may come while a request of unknown length is still being written.</summary>
    private bool MayBeDuplex => _message.Version.Major >= 2 && _content?.Headers.ContentLength is null;

    /// <summary>The URI of a request, as it stands on the tape.</summary>
    public static string UriOf(HttpRequestMessage message)
    {
        var uri = message.RequestUri;
        if (uri is not { IsAbsoluteUri: true })
        {
            throw new InvalidOperationException(
                "The request has no absolute URI. Give it one, or give its HttpClient a BaseAddress.");
        }

        // As it goes over the wire: bücher.example is xn--bcher-kva.example there.
        var text = uri.AbsoluteUri;
        return Ascii.IsValid(text) || uri.HostNameType != UriHostNameType.Dns
            ? text
            : new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri;
    }

    /// <summary>The request as data, with as much of its body as is known by now.</summary>
    public RecordedRequest ToRecorded() =>
        _body.Length == 0 ? _head : _head with { Body = RecordedBody.FromBytes(_body.ToMemory()) };

    /// <summary>Reads the body, and has the request send what was read: a stream may not be read twice.</summary>
    /// <exception cref="BetamaxException">It is a stream whose writer waits for the answer.</exception>
    public async ValueTask ReadBody(bool async, CancellationToken cancellationToken)
    {
        if (_content is null)
        {
            return;
        }

        using var log = new TeeStream(Stream.Null, _body.Append);
        if (!async)
        {
            _content.CopyTo(log, context: null, cancellationToken);
        }
        else if (MayBeDuplex)
        {
            await ReadWhileItGoesOn(log, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await _content.CopyToAsync(log, cancellationToken).ConfigureAwait(false);
        }

        _isRead = true;
        _message.Content = new ReadOnlyMemoryContent(_body.ToMemory());
        MessageHeaders.Copy(_content.Headers, _message.Content.Headers);
    }

    /// <summary>Has the body logged while the request is sent, unless it has been read.</summary>
    public void LogBody()
    {
        if (_content is not null && !_isRead)
        {
            _message.Content = new LoggedRequestContent(_content, _body);
        }
    }

    /// <summary>Reads the body as a server would, unless it has been read, and forgets it.</summary>
    public async ValueTask DiscardBody(bool async, CancellationToken cancellationToken)
    {
        if (_content is null || _isRead)
        {
            return;
        }

        if (!async)
        {
            _content.CopyTo(Stream.Null, context: null, cancellationToken);
        }
        else if (MayBeDuplex)
        {
            _ = DiscardWhileItGoesOn(cancellationToken);
        }
        else
        {
            await _content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the message back the content with which it came.</summary>
    public void Restore() => _message.Content = _content;

    private async Task ReadWhileItGoesOn(TeeStream log, CancellationToken cancellationToken)
    {
        var reading = _content!.CopyToAsync(log, cancellationToken);
        for (var before = -1L; !reading.IsCompleted && before < _body.Length;)
        {
            before = _body.Length;
            await Task.WhenAny(reading, Task.Delay(Patience, cancellationToken)).ConfigureAwait(false);
        }

        if (!reading.IsCompleted)
        {
            throw new BetamaxException($"""
                {_head.Method} {_head.Uri} is a duplex stream: its writer waits for the answer before it goes on.
                More than one recording could answer it, so that its body would have to decide. Use a cassette of its own for
                each such call, or match on what its headers and its URI tell.
                """);
        }

        await reading.ConfigureAwait(false);
    }

    private async Task DiscardWhileItGoesOn(CancellationToken cancellationToken)
    {
        try
        {
            await _content!.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            // The answer is on its way; that the rest of the question came to nothing is nobody's concern.
        }
    }
}
