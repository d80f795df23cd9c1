using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using Betamax.Diagnostics;
using Betamax.Playback;
using Betamax.Recording.Traffic;

namespace Betamax.Recording;

/// <summary>How a request goes on to the network: synchronously or not, as its caller asked.</summary>
internal delegate ValueTask<HttpResponseMessage> SendLive(
    HttpRequestMessage request, bool async, CancellationToken cancellationToken);

/// <summary>One request and its response: off the tape, or live and onto it.</summary>
/// <param name="session">The tape.</param>
/// <param name="sendLive">The way to the network.</param>
/// <param name="decodes">Which codings are undone before a body reaches the tape: what was decoded can be read there.</param>
/// <param name="report">Tells of it, where somebody listens.</param>
internal sealed class Exchange(CassetteSession session, SendLive sendLive, DecompressionMethods decodes, RequestReport? report)
{
    /// <summary>Gets the response, and says whether it was played.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<(HttpResponseMessage Response, bool Played)> Send(
        HttpRequestMessage request, bool async, CancellationToken cancellationToken)
    {
        session.ThrowIfEjected(request);
        if (session.Ignores(request))
        {
            report?.Decided = RequestOutcome.Passed;
            return (await sendLive(request, async, cancellationToken).ConfigureAwait(false), false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var sent = new SentRequest(request, session.Headers);
        try
        {
            if (session.DependsOnBody(sent.ToRecorded()))
            {
                await sent.ReadBody(async, cancellationToken).ConfigureAwait(false);
            }

            if (session.Find(sent.ToRecorded()) is not { } interaction)
            {
                sent.LogBody();
                return (await Record(request, sent, async, cancellationToken).ConfigureAwait(false), false);
            }

            report?.Decided = RequestOutcome.Played;
            await sent.DiscardBody(async, cancellationToken).ConfigureAwait(false);
            return (await Play(interaction, request, async, cancellationToken).ConfigureAwait(false), true);
        }
        finally
        {
            sent.Restore();
        }
    }

    private ValueTask<HttpResponseMessage> Play(
        Interaction interaction, HttpRequestMessage request, bool async, CancellationToken cancellationToken) =>
        interaction.Response is { StatusCode: 0, Failure: { } failure }
            ? PlayFailure(failure, async, cancellationToken)
            : new(PlayedResponse.Of(interaction, request, session.Pace));

    private async ValueTask<HttpResponseMessage> PlayFailure(RecordedFailure failure, bool async, CancellationToken cancellationToken)
    {
        await Failures.Play(failure, session.Pace.Time.GetTimestamp(), session.Pace, async, cancellationToken).ConfigureAwait(false);
        throw new UnreachableException();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<HttpResponseMessage> Record(
        HttpRequestMessage request, SentRequest sent, bool async, CancellationToken cancellationToken)
    {
        var place = session.BeginRecording(request);
        report?.Decided = RequestOutcome.Recorded;
        var start = session.Pace.Time.GetTimestamp();
        HttpResponseMessage response;
        try
        {
            response = await sendLive(request, async, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (session.RecordsFailures)
        {
            if (Failures.Of(fault, session.Pace.Since(start)) is { } failure)
            {
                var outcome = session.Finish(place, sent.ToRecorded(), new RecordedResponse(0, null, sent.Uri) { Failure = failure });
                report?.End(outcome);
            }

            throw;
        }

        ContentCoding.DecodeForTape(response, decodes);
        var recording = new ResponseRecording(session, place, sent, response, report);
        if (HasNoBody(request, response))
        {
            recording.End();
        }
        else
        {
            response.Content = new RecordingContent(response.Content, recording);
        }

        return response;
    }

    // Nobody may ever read such a body, and yet there is nothing to wait for.
    private static bool HasNoBody(HttpRequestMessage request, HttpResponseMessage response) =>
        request.Method == HttpMethod.Head
        || response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.NotModified
        || ResponseRecording.LengthOf(response) == 0;
}
