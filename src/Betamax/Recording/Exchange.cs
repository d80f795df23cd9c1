using System.Net;
using Betamax.Diagnostics;
using Betamax.Playback;
using Betamax.Recording.Modes;
using Betamax.Recording.Traffic;
using Betamax.Secrets;

namespace Betamax.Recording;

/// <summary>Sends a request to the network, asynchronously or not.</summary>
internal delegate ValueTask<HttpResponseMessage> SendLive(
    HttpRequestMessage request, bool async, CancellationToken cancellationToken);

/// <summary>The response to one request.</summary>
/// <param name="Response">The response.</param>
/// <param name="IsPlayed">Whether it was played from the cassette.</param>
internal readonly record struct Reply(HttpResponseMessage Response, bool IsPlayed);

/// <summary>Handles one request: plays its response, sends and records it, lets it bypass the cassette, or refuses it.</summary>
/// <param name="options">What the handler was created with.</param>
/// <param name="sendLive">Sends a request to the network.</param>
/// <param name="decodes">
/// The content codings that are decoded before a response is recorded, so that the recording is readable.
/// </param>
internal sealed class Exchange(HandlerOptions options, SendLive sendLive, DecompressionMethods decodes)
{
    private static readonly SecretFilter DefaultFilter = new([], Redaction.Default);

    /// <summary>
    /// Gets the response. The decision is synchronous. Playing is synchronous too, unless the request has a body or the recorded
    /// request failed.
    /// </summary>
    /// <param name="session">The session; null when there is no recorder.</param>
    /// <param name="message">The request.</param>
    /// <param name="async">Whether to work asynchronously. If not, the returned task has ended.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public ValueTask<Reply> Send(CassetteSession? session, HttpRequestMessage message, bool async, CancellationToken cancellationToken)
    {
        var report = session is null
            ? RequestReport.Start(message, cassettePath: null, DefaultFilter, TimeProvider.System, options.Observer)
            : session.StartReport(message, options.Observer);
        return report is null
            ? Send(session, message, report, async, cancellationToken)
            : SendAndReport(session, message, report, async, cancellationToken);
    }

    private async ValueTask<Reply> SendAndReport(
        CassetteSession? session, HttpRequestMessage message, RequestReport report, bool async, CancellationToken cancellationToken)
    {
        using (report)
        {
            try
            {
                var reply = await Send(session, message, report, async, cancellationToken).ConfigureAwait(false);
                report.Answer(reply.Response);
                return reply;
            }
            catch (Exception fault)
            {
                report.Fail(fault);
                throw;
            }
        }
    }

    private ValueTask<Reply> Send(
        CassetteSession? session, HttpRequestMessage message, RequestReport? report, bool async, CancellationToken cancellationToken)
    {
        session?.ThrowIfEjected(message, options.FollowsFlow);
        var first = FindFirst(session, message);
        if (first is null)
        {
            return Pass(session, message, report, async, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var request = new CapturedRequest(message, first.ResponseOptions.MaxBody);
        var decision = Decide(first, message, request, out var decider);
        return decision.NeedsBody
            ? ReadBodyAndSend(first, message, request, report, async, cancellationToken)
            : Follow(decider, in decision, message, request, report, async, cancellationToken);
    }

    /// <summary>The innermost session that does not ignore a request; null if every one ignores it.</summary>
    private static CassetteSession? FindFirst(CassetteSession? session, HttpRequestMessage message)
    {
        while (session is not null && session.Ignores(message))
        {
            session = session.Outer;
        }

        return session;
    }

    /// <summary>
    /// Decides what happens to a request: the innermost cassette with an unused match plays it. If there is none, the innermost session
    /// that may record records it, but none outside of one in the mode None.
    /// </summary>
    /// <param name="first">The innermost session that does not ignore the request.</param>
    /// <param name="message">The request.</param>
    /// <param name="request">The request, as it is matched.</param>
    /// <param name="decider">The session that plays, records or refuses it.</param>
    private static Decision Decide(CassetteSession first, HttpRequestMessage message, CapturedRequest request, out CassetteSession decider)
    {
        CassetteSession? recording = null;
        var isNone = false;
        for (var session = first; session is not null; session = FindFirst(session.Outer, message))
        {
            if (session.TryPlay(request) is { } decision)
            {
                decider = session;
                return decision;
            }

            isNone |= session.IsNone;
            recording ??= session.IsRecording && !isNone ? session : null;
        }

        decider = recording ?? first;
        return recording is null ? first.Refuse(request) : Decision.Record;
    }

    private async ValueTask<Reply> Pass(
        CassetteSession? session, HttpRequestMessage message, RequestReport? report, bool async, CancellationToken cancellationToken)
    {
        if (session is null && options.NoRecorderBehavior != NoRecorderBehavior.PassThrough)
        {
            ThrowIfNetworkIsBarred(message);
        }

        report?.Expect(RequestOutcome.Passed);
        return new(await sendLive(message, async, cancellationToken).ConfigureAwait(false), IsPlayed: false);
    }

    /// <summary>Refuses a request without a recorder, if its client or the environment does not let it go to the network.</summary>
    private void ThrowIfNetworkIsBarred(HttpRequestMessage message)
    {
        var isRefused = options.NoRecorderBehavior == NoRecorderBehavior.Refuse;
        if (isRefused || RecordModeVariable.Read(cassette: null) == RecordMode.None)
        {
            var shown = DefaultFilter.Hide(new RecordedRequest(message.Method.Method, $"{message.RequestUri}"));
            throw new BetamaxException(isRefused ? SessionText.NoRecorder(shown) : SessionText.NoRecorderInNone(shown));
        }
    }

    private async ValueTask<Reply> ReadBodyAndSend(
        CassetteSession session,
        HttpRequestMessage message,
        CapturedRequest request,
        RequestReport? report,
        bool async,
        CancellationToken cancellationToken)
    {
        try
        {
            if (!await request.TryReadBody(async, cancellationToken).ConfigureAwait(false))
            {
                throw session.CreateDuplexError(request);
            }

            var decision = Decide(session, message, request, out var decider);
            return await Follow(decider, in decision, message, request, report, async, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            request.RestoreContent();
        }
    }

    private ValueTask<Reply> Follow(
        CassetteSession session,
        in Decision decision,
        HttpRequestMessage message,
        CapturedRequest request,
        RequestReport? report,
        bool async,
        CancellationToken cancellationToken)
    {
        if (decision.Refusal is { } refusal)
        {
            throw refusal;
        }

        if (decision.Recording is not { } recording)
        {
            return Record(session, message, request, report, async, cancellationToken);
        }

        report?.ExpectPlay(decision.Index, recording);
        return request.HasUnreadBody || recording.Response is { StatusCode: 0, Failure: not null }
            ? PlayAfterWaiting(session, recording, message, request, async, cancellationToken)
            : new(Play(session, recording, message));
    }

    private static Reply Play(CassetteSession session, Interaction interaction, HttpRequestMessage message) =>
        new(PlayedResponse.Create(interaction, message, session.Pace), IsPlayed: true);

    private static async ValueTask<Reply> PlayAfterWaiting(
        CassetteSession session,
        Interaction interaction,
        HttpRequestMessage message,
        CapturedRequest request,
        bool async,
        CancellationToken cancellationToken)
    {
        await request.DiscardBody(async, cancellationToken).ConfigureAwait(false);
        if (interaction.Response is { StatusCode: 0, Failure: { } failure })
        {
            // It always throws.
            await Failures.Play(failure, session.Pace.Time.GetTimestamp(), session.Pace, async, cancellationToken).ConfigureAwait(false);
        }

        return Play(session, interaction, message);
    }

    private async ValueTask<Reply> Record(
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
        finally
        {
            request.RestoreContent();
        }

        // With PreserveExactBodyBytes the body is decoded above the cassette instead.
        ContentDecoder.DecodeForCassette(response, session.PreservesExactBytes ? DecompressionMethods.None : decodes);
        var recording = new ResponseRecording(response, request.Uri, pending);
        if (HasNoBody(message, response))
        {
            recording.End();
        }
        else
        {
            response.Content = new RecordingContent(response.Content, recording);
        }

        return new(response, IsPlayed: false);
    }

    // Such a response need not be read to its end.
    private static bool HasNoBody(HttpRequestMessage request, HttpResponseMessage response) =>
        request.Method == HttpMethod.Head
        || response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.NotModified
        || ResponseRecording.ReadLength(response) == 0;
}
