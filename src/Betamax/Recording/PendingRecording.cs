using Betamax.Diagnostics;
using Betamax.Recording.Traffic;

namespace Betamax.Recording;

/// <summary>
/// One request that was sent and will be recorded: passes its response to the session. Errors of a hook, an observer or the
/// disk are kept for the eject, which throws them: the caller may be in the middle of a read.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="place">The request's place in the order of sending.</param>
/// <param name="request">The request.</param>
/// <param name="report">Reports the outcome; null when nobody listens.</param>
internal sealed class PendingRecording(CassetteSession session, int place, CapturedRequest request, RequestReport? report)
    : IResponseRecorder
{
    public ResponseOptions Options => session.ResponseOptions;

    public void AddPending(Task drain) => session.AddPending(drain);

    public void Complete(RecordedResponse response)
    {
        if (request.IsBodyTooLarge)
        {
            GiveUp(GiveUpReason.BodyTooLarge);
            return;
        }

        var outcome = RequestOutcome.NotRecorded;
        Interaction? recorded = null;
        KeepError(() => (outcome, recorded) = session.Finish(place, request.ToRecorded(), response));
        KeepError(() => report?.End(outcome, recorded));
    }

    public void GiveUp(GiveUpReason reason)
    {
        KeepError(() => session.WarnNotRecorded(reason, request));
        KeepError(() => report?.End(RequestOutcome.NotRecorded));
    }

    private void KeepError(Action action)
    {
        try
        {
            action();
        }
#pragma warning disable CA1031 // The recording must never make a caller's read fail.
        catch (Exception error)
#pragma warning restore CA1031
        {
            session.AddError(error);
        }
    }
}
