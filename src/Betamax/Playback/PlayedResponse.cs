using System.Net;
using System.Net.Http.Headers;
using Betamax.Cassettes;

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
            ReasonPhrase = InOneLine(recorded.ReasonPhrase),
            RequestMessage = request,
        };
        if (recorded.HttpVersion is { } version)
        {
            message.Version = version;
        }

        message.Content = new PlayedContent(body, recorded.IsPlain ? null : CourseOf(recorded, message, pace));
        AddHeaders(recorded, body.Length, request, message);
        FollowTo(interaction, request);
        return message;
    }

    private static void AddHeaders(RecordedResponse recorded, int length, HttpRequestMessage request, HttpResponseMessage message)
    {
        HttpHeaders ofMessage = message.Headers;
        var ofContent = message.Content.Headers;
        var isDecoded = ContentCoding.IsAlreadyDecoded(recorded);
        var headers = recorded.Headers.AsSpan();
        var traits = recorded.Headers.Traits;
        for (var i = 0; i < headers.Length; i++)
        {
            var (name, values) = headers[i];
            if ((traits[i] & HeaderTraits.ContentLength) != 0 && !IsOfAnotherBody(request, recorded))
            {
                // A recorded length may belong to other bytes, such as compressed ones.
                ofContent.ContentLength = length;
            }
            else if (!(isDecoded && (traits[i] & HeaderTraits.ContentEncoding) != 0))
            {
                Add(name, values, (traits[i] & HeaderTraits.OfContent) != 0 ? ofContent : ofMessage);
            }
        }
    }

    // An array is looked into without asking an interface.
    private static void Add(string name, IReadOnlyList<string> values, HttpHeaders headers)
    {
        if (values is string[] and [var value])
        {
            headers.TryAddWithoutValidation(name, value);
        }
        else
        {
            headers.TryAddWithoutValidation(name, values);
        }
    }

    private static string? InOneLine(string? reason) =>
        reason.AsSpan().ContainsAnyExceptInRange(' ', '~') ? reason!.ReplaceLineEndings(" ").Replace('\0', ' ') : reason;

    private static PlayedCourse? CourseOf(RecordedResponse recorded, HttpResponseMessage message, PlaybackPace pace)
    {
        var chunks = recorded.FittingChunks;
        return chunks.Count == 0 && recorded is { Failure: null, Trailers.Count: 0 }
            ? null
            : new(chunks, recorded.Failure, pace, recorded.Trailers.Count == 0 ? null : AddingTrailers(message, recorded.Trailers));
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
    private static void FollowTo(Interaction interaction, HttpRequestMessage request)
    {
        var url = interaction.Response.Url;
        if (url != request.RequestUri!.AbsoluteUri
            && url != interaction.Request.Uri
            && Uri.TryCreate(url, UriKind.Absolute, out var final)
            && !(Uri.TryCreate(interaction.Request.Uri, UriKind.Absolute, out var start) && start == final))
        {
            request.RequestUri = final;
        }
    }
}
