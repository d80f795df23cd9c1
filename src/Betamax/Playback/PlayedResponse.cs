using System.Net;

namespace Betamax.Playback;

/// <summary>From the tape to a message, made anew for every play: its first reader disposes of it.</summary>
internal static class PlayedResponse
{
    public static HttpResponseMessage Of(Interaction interaction, HttpRequestMessage request, PlaybackPace pace)
    {
        var recorded = interaction.Response;
        var body = recorded.Body.Bytes;
        var message = new HttpResponseMessage((HttpStatusCode)recorded.StatusCode)
        {
            ReasonPhrase = recorded.ReasonPhrase?.ReplaceLineEndings(" ").Replace('\0', ' '),
            RequestMessage = request,
            Version = recorded.HttpVersion ?? HttpVersion.Version11,
        };
        var atEnd = recorded.Trailers.Count == 0 ? null : AddingTrailers(message, recorded.Trailers);
        message.Content = new PlayedContent(new(body, recorded.FittingChunks, recorded.Failure, pace, atEnd));

        var isDecoded = ContentCoding.IsAlreadyDecoded(recorded);
        foreach (var (name, values) in recorded.Headers.AsSpan())
        {
            if (Is(name, "Content-Length") && !IsOfAnotherBody(request, recorded))
            {
                // A recorded length may belong to other bytes, such as compressed ones.
                message.Content.Headers.ContentLength = body.Length;
            }
            else if (!(isDecoded && Is(name, "Content-Encoding")))
            {
                Add(name, values, message);
            }
        }

        FollowTo(recorded.Url, interaction.Request.Uri, request);
        return message;
    }

    private static void Add(string name, IReadOnlyList<string> values, HttpResponseMessage message)
    {
        if (values is [var value])
        {
            _ = message.Headers.TryAddWithoutValidation(name, value) || message.Content.Headers.TryAddWithoutValidation(name, value);
        }
        else
        {
            _ = message.Headers.TryAddWithoutValidation(name, values) || message.Content.Headers.TryAddWithoutValidation(name, values);
        }
    }

    // Trailers come behind the body.
    private static Action AddingTrailers(HttpResponseMessage message, RecordedHeaders trailers) => () =>
    {
        foreach (var (name, values) in trailers)
        {
            message.TrailingHeaders.TryAddWithoutValidation(name, values);
        }
    };

    // The length of the body that a GET would have brought (RFC 9110, section 8.6), or of one that did not come whole.
    private static bool IsOfAnotherBody(HttpRequestMessage request, RecordedResponse response) =>
        request.Method == HttpMethod.Head
        || response is { StatusCode: (int)HttpStatusCode.NotModified } or { Failure: not null };

    // A handler that has followed a redirect leaves the request with the URI at which it ended. Another spelling of the one
    // that was asked (a host without its slash) is no such end.
    private static void FollowTo(string url, string asked, HttpRequestMessage request)
    {
        if (url != asked
            && Uri.TryCreate(url, UriKind.Absolute, out var final)
            && !(Uri.TryCreate(asked, UriKind.Absolute, out var start) && start == final))
        {
            request.RequestUri = final;
        }
    }

    private static bool Is(string name, string header) => name.Equals(header, StringComparison.OrdinalIgnoreCase);
}
