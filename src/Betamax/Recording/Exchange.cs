using System.Net;
using Betamax.Diagnostics;
using Betamax.Playback;
using Betamax.Recording.Traffic;
using Betamax.Secrets;

namespace Betamax.Recording;

/// <summary>Sends a request to the network: synchronously or not, as its caller asked.</summary>
internal delegate ValueTask<HttpResponseMessage> SendLive(
    HttpRequestMessage request, bool async, CancellationToken cancellationToken);

/// <summary>Gets the response to one request: plays it, sends it and records it, sends it past the cassette, or refuses it.</summary>
/// <param name="session">The session; null where no recorder is current.</param>
/// <param name="options">What the handler was created with.</param>
/// <param name="sendLive">Sends a request to the network.</param>
/// <param name="decodes">Which content codings are undone before a response is recorded, so that the recording is readable.</param>
internal sealed class Exchange(CassetteSession? session, HandlerOptions options, SendLive sendLive, DecompressionMethods decodes)
{
    private static readonly Masking DefaultMasking = new([], Redaction.Default);

    /// <summary>Gets the response, and says whether it was played. Ends synchronously when nothing has to be waited for.</summary>
    public async ValueTask<(HttpResponseMessage Response, bool IsPlayed)> Send(
        HttpRequestMessage request, bool async, CancellationToken cancellationToken)
    {
        using var report = session is null
            ? RequestReport.Start(request, cassettePath: null, DefaultMasking, TimeProvider.System, options.Observer)
            : session.StartReport(request, options.Observer);
        try
        {
            var result = session is null || Bypasses(session, request)
                ? (await Pass(request, report, async, cancellationToken).ConfigureAwait(false), false)
                : await PlayOrRecord(session, request, report, async, cancellationToken).ConfigureAwait(false);
            report?.Answer(result.Item1);
            return result;
        }
        catch (Exception fault) when (report is not null)
        {
            report.Fail(fault);
            throw;
        }
    }

    private static bool Bypasses(CassetteSession session, HttpRequestMessage request)
    {
        session.ThrowIfEjected(request);
        return session.Ignores(request);
    }

    private ValueTask<HttpResponseMessage> Pass(
        HttpRequestMessage request, RequestReport? report, bool async, CancellationToken cancellationToken)
    {
        if (session is null && options.NoRecorderBehavior == NoRecorderBehavior.Refuse)
        {
            throw new BetamaxException(SessionText.NoRecorder(
                DefaultMasking.ToTape(new RecordedRequest(request.Method.Method, $"{request.RequestUri}"))));
        }

        report?.Expect(RequestOutcome.Passed);
        return sendLive(request, async, cancellationToken);
    }

    private async ValueTask<(HttpResponseMessage Response, bool IsPlayed)> PlayOrRecord(
        CassetteSession session, HttpRequestMessage message, RequestReport? report, bool async, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var request = new CapturedRequest(message, session.ResponseOptions.MaxBody);
        try
        {
            var ruling = session.Decide(request);
            if (ruling.NeedsBody)
            {
                if (!await request.TryReadBody(async, cancellationToken).ConfigureAwait(false))
                {
                    throw session.CreateDuplexError(request);
                }

                ruling = session.Decide(request);
            }

            if (ruling.Refusal is { } refusal)
            {
                throw refusal;
            }

            if (ruling.Recording is not { } recording)
            {
                return (await Record(session, message, request, report, async, cancellationToken).ConfigureAwait(false), false);
            }

            report?.ExpectPlay(recording.Index, recording.Interaction);
            await request.DiscardBody(async, cancellationToken).ConfigureAwait(false);
            if (recording.Interaction.Response is { StatusCode: 0, Failure: { } failure })
            {
                // It always throws.
                await Failures.Play(failure, session.Pace.Time.GetTimestamp(), session.Pace, async, cancellationToken).ConfigureAwait(false);
            }

            return (PlayedResponse.Create(recording.Interaction, message, session.Pace), true);
        }
        finally
        {
            request.RestoreContent();
        }
    }

    private async ValueTask<HttpResponseMessage> Record(
        CassetteSession session,
        HttpRequestMessage message,
        CapturedRequest request,
        RequestReport? report,
        bool async,
        CancellationToken cancellationToken)
    {
        var pending = session.BeginRecording(message, request, report);
        report?.Expect(RequestOutcome.Recorded);
        var start = session.Pace.Time.GetTimestamp();
        HttpResponseMessage response;
        try
        {
            response = await sendLive(message, async, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (pending.Options.RecordFailures)
        {
            if (Failures.ToRecorded(fault, session.Pace.GetElapsed(start)) is { } failure)
            {
                pending.Complete(new RecordedResponse(0, null, request.Uri) { Failure = failure });
            }

            throw;
        }

        ContentCoding.DecodeForCassette(response, decodes);
        var recording = new ResponseRecording(response, request.Uri, pending);
        if (HasNoBody(message, response))
        {
            recording.End();
        }
        else
        {
            response.Content = new RecordingContent(response.Content, recording);
        }

        return response;
    }

    // Such a response need not be read to its end.
    private static bool HasNoBody(HttpRequestMessage request, HttpResponseMessage response) =>
        request.Method == HttpMethod.Head
        || response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.NotModified
        || ResponseRecording.ReadLength(response) == 0;
}
