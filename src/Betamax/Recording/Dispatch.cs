using System.Net;
using System.Runtime.CompilerServices;
using Betamax.Diagnostics;
using Betamax.Secrets;

namespace Betamax.Recording;

/// <summary>Which tape a request goes by, if any; and whoever listens is told what becomes of it.</summary>
/// <param name="session">The tape; <see langword="null"/> = there is none.</param>
/// <param name="source">Where it came from: what holds if there is none, and who is told.</param>
/// <param name="sendLive">The way to the network.</param>
/// <param name="decodes">Which codings are undone before a body reaches the tape.</param>
internal sealed class Dispatch(CassetteSession? session, TapeSource source, SendLive sendLive, DecompressionMethods decodes)
{
    private static readonly Masking DefaultMasking = new([], Redaction.Default);

    /// <summary>Gets the response, and says whether it was played.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<(HttpResponseMessage Response, bool Played)> Send(
        HttpRequestMessage request, bool async, CancellationToken cancellationToken)
    {
        using var report = session is null
            ? RequestReport.Begin(request, cassettePath: null, DefaultMasking, source.Observer)
            : session.Report(request, source.Observer);
        try
        {
            var (response, played) = session is null
                ? (await SendPast(request, report, async, cancellationToken).ConfigureAwait(false), false)
                : await new Exchange(session, sendLive, decodes, report).Send(request, async, cancellationToken).ConfigureAwait(false);
            report?.Answer(response);
            return (response, played);
        }
        catch (Exception fault) when (report is not null)
        {
            report.Fail(fault);
            throw;
        }
    }

    private ValueTask<HttpResponseMessage> SendPast(
        HttpRequestMessage request, RequestReport? report, bool async, CancellationToken cancellationToken)
    {
        if (source.NoRecorderBehavior == NoRecorderBehavior.Refuse)
        {
            var shown = DefaultMasking.ToTape(new RecordedRequest(request.Method.Method, $"{request.RequestUri}"));
            throw new BetamaxException($"""
                {shown.Method} {shown.Uri} was sent where no recorder is current, and is not to go to the network without one.
                Put a cassette in, in the same async flow, before it is sent. Where the flow does not reach (another thread that
                was there before, a server of its own), make the handler with the recorder: CreateHandler, AddBetamax(recorder).
                Or let such requests pass with {nameof(NoRecorderBehavior)}.{nameof(NoRecorderBehavior.PassThrough)}.
                """);
        }

        report?.Decided = RequestOutcome.Passed;
        return sendLive(request, async, cancellationToken);
    }
}
