using System.Net;
using Betamax.Http;

namespace Betamax.Playback;

/// <summary>Creates the message for a recorded response: a new one for each play, because its reader disposes of it.</summary>
internal static class PlayedResponse
{
    public static HttpResponseMessage Create(Interaction interaction, HttpRequestMessage request, PlaybackPace pace)
    {
        var recorded = interaction.Response;
        var message = new HttpResponseMessage((HttpStatusCode)recorded.StatusCode)
        {
            ReasonPhrase = RemoveLineBreaks(recorded.ReasonPhrase),
            RequestMessage = request,
        };
        if (recorded.HttpVersion is { } version)
        {
            message.Version = version;
        }

        message.Content = new PlayedContent(recorded.Body.Bytes, CreateSchedule(recorded, message, pace));
        AddHeaders(recorded, request, message);
        SetFinalUri(interaction, request);
        return message;
    }

    private static void AddHeaders(RecordedResponse recorded, HttpRequestMessage request, HttpResponseMessage message)
    {
        var isDecoded = ContentDecoder.IsAlreadyDecoded(recorded);
        foreach (var (name, values) in recorded.Headers.AsSpan())
        {
            if (HeaderNames.AreEqual(name, HeaderNames.ContentLength) && !IsLengthOfAnotherBody(request, recorded))
            {
                // The recorded length may be that of other bytes, such as the compressed ones.
                message.Content.Headers.ContentLength = recorded.Body.Bytes.Length;
            }
            else if (!isDecoded || !HeaderNames.AreEqual(name, HeaderNames.ContentEncoding))
            {
                // .NET knows which headers belong to the content, and refuses them elsewhere.
                _ = MessageHeaders.TryAdd(message.Headers, name, values) || MessageHeaders.TryAdd(message.Content.Headers, name, values);
            }
        }
    }

    private static string? RemoveLineBreaks(string? reason) =>
        reason.AsSpan().ContainsAnyExceptInRange(' ', '~') ? reason!.ReplaceLineEndings(" ").Replace('\0', ' ') : reason;

    private static PlaybackSchedule? CreateSchedule(RecordedResponse recorded, HttpResponseMessage message, PlaybackPace pace)
    {
        var chunks = recorded.FittingChunks;
        return chunks.Count == 0 && recorded is { Failure: null, Trailers.Count: 0 }
            ? null
            : new(chunks, recorded.Failure, pace, recorded.Trailers.Count == 0 ? null : AddTrailersTo(message, recorded.Trailers));
    }

    private static Action AddTrailersTo(HttpResponseMessage message, RecordedHeaders trailers) => () =>
    {
        foreach (var (name, values) in trailers)
        {
            MessageHeaders.TryAdd(message.TrailingHeaders, name, values);
        }
    };

    // Whether the length belongs to the body that a GET would get (RFC 9110, section 8.6), or to the whole of a body that broke off.
    private static bool IsLengthOfAnotherBody(HttpRequestMessage request, RecordedResponse response) =>
        request.Method == HttpMethod.Head
        || response is { StatusCode: (int)HttpStatusCode.NotModified } or { Failure: not null };

    // A live handler that follows redirects puts the final URI in the request. If the two recorded URIs differ only in how they are
    // written, there was no redirect.
    private static void SetFinalUri(Interaction interaction, HttpRequestMessage request)
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
