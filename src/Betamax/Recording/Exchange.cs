using System.Net;
using Betamax.Playback;

namespace Betamax.Recording;

/// <summary>How a request goes on to the network: synchronously or not, as its caller asked.</summary>
internal delegate ValueTask<HttpResponseMessage> SendLive(
    HttpRequestMessage request, bool async, CancellationToken cancellationToken);

/// <summary>One request and its response: off the tape, or live and onto it.</summary>
internal sealed class Exchange(CassetteSession session, SendLive sendLive)
{
    /// <summary>Gets the response, and says whether it was played.</summary>
    public async ValueTask<(HttpResponseMessage Response, bool Played)> Send(
        HttpRequestMessage request, bool async, CancellationToken cancellationToken)
    {
        session.ThrowIfEjected(request);
        if (session.Ignores(request))
        {
            return (await sendLive(request, async, cancellationToken).ConfigureAwait(false), false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var sent = SentRequest.Of(request);
        try
        {
            if (session.HasPlayable)
            {
                await sent.ReadBody(async, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                sent.LogBody();
            }

            return session.Find(sent.ToRecorded()) is { } interaction
                ? (PlayedResponse.Of(interaction, request), true)
                : (await Record(request, sent, async, cancellationToken).ConfigureAwait(false), false);
        }
        finally
        {
            sent.Restore();
        }
    }

    private async ValueTask<HttpResponseMessage> Record(
        HttpRequestMessage request, SentRequest sent, bool async, CancellationToken cancellationToken)
    {
        var place = session.BeginRecording();
        var response = await sendLive(request, async, cancellationToken).ConfigureAwait(false);
        var head = HeadOf(response, request);
        if (HasNoBody(request, response))
        {
            session.Finish(place, sent.ToRecorded(), head);
        }
        else
        {
            response.Content = new RecordingContent(
                response.Content,
                body => session.Finish(place, sent.ToRecorded(), head with { Body = RecordedBody.FromBytes(body) }));
        }

        return response;
    }

    private static RecordedResponse HeadOf(HttpResponseMessage response, HttpRequestMessage request) => new(
        (int)response.StatusCode,
        response.ReasonPhrase,
        (response.RequestMessage?.RequestUri ?? request.RequestUri)!.AbsoluteUri)
    {
        Headers = MessageHeaders.Of(response),
    };

    // Nobody may ever read such a body, and yet there is nothing to wait for.
    private static bool HasNoBody(HttpRequestMessage request, HttpResponseMessage response) =>
        request.Method == HttpMethod.Head
        || response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.NotModified
        || response.Content.Headers.ContentLength == 0;
}
