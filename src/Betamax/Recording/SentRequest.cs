using Betamax.Playback;

namespace Betamax.Recording;

/// <summary>
/// A request as it was before any handler below could change it (one that follows redirects does), with its body: read
/// beforehand where a match may depend on it, else logged while it is sent.
/// </summary>
internal sealed class SentRequest
{
    private readonly HttpRequestMessage _message;
    private readonly RecordedRequest _head;
    private readonly HttpContent? _content;
    private readonly ByteLog _body;

    private SentRequest(HttpRequestMessage message)
    {
        _message = message;
        _content = message.Content;
        _body = new ByteLog(_content?.Headers.ContentLength);
        _head = new(message.Method.Method, UriOf(message)) { Headers = MessageHeaders.Of(message) };
    }

    /// <summary>Where it went, as it stands on the tape.</summary>
    public string Uri => _head.Uri;

    public static SentRequest Of(HttpRequestMessage message) => new(message);

    /// <summary>The request as data, with as much of its body as is known by now.</summary>
    public RecordedRequest ToRecorded() =>
        _body.Length == 0 ? _head : _head with { Body = RecordedBody.FromBytes(_body.ToMemory()) };

    /// <summary>Reads the body, and has the request send what was read: a stream may not be read twice.</summary>
    public async ValueTask ReadBody(bool async, CancellationToken cancellationToken)
    {
        if (_content is null)
        {
            return;
        }

        using var log = new TeeStream(Stream.Null, _body.Append);
        if (async)
        {
            await _content.CopyToAsync(log, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            _content.CopyTo(log, context: null, cancellationToken);
        }

        _message.Content = new ReadOnlyMemoryContent(_body.ToMemory());
        MessageHeaders.Copy(_content.Headers, _message.Content.Headers);
    }

    /// <summary>Has the body logged while the request is sent.</summary>
    public void LogBody()
    {
        if (_content is not null)
        {
            _message.Content = new LoggedRequestContent(_content, _body);
        }
    }

    /// <summary>Gives the message back the content with which it came.</summary>
    public void Restore() => _message.Content = _content;

    private static string UriOf(HttpRequestMessage message)
    {
        var uri = message.RequestUri;
        if (uri is not { IsAbsoluteUri: true })
        {
            throw new InvalidOperationException(
                "The request has no absolute URI. Give it one, or give its HttpClient a BaseAddress.");
        }

        // As it goes over the wire: bücher.example is xn--bcher-kva.example there.
        return uri.HostNameType == UriHostNameType.Dns && uri.IdnHost != uri.Host
            ? new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri
            : uri.AbsoluteUri;
    }
}
