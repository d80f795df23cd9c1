using System.Diagnostics;
using Betamax.Secrets;

namespace Betamax.Diagnostics;

/// <summary>
/// Tells whoever listens what becomes of one request. There is none, and no cost, where nobody does.
/// </summary>
internal sealed class RequestReport : IDisposable
{
    private readonly Activity? _activity;
    private readonly Action<HandledRequest>? _observer;
    private readonly Masking _masking;
    private readonly string _method;
    private readonly string _uri;
    private readonly string? _cassettePath;
    private int _ended;

    private RequestReport(
        Activity? activity, Action<HandledRequest>? observer, HttpRequestMessage request, string? cassettePath, Masking masking)
    {
        _activity = activity;
        _observer = observer;
        _masking = masking;
        _method = request.Method.Method;
        _uri = request.RequestUri is { IsAbsoluteUri: true } uri ? uri.AbsoluteUri : $"{request.RequestUri}";
        _cassettePath = cassettePath;
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("http.request.method", _method);
            activity.SetTag("url.full", Handled(default).Uri);
            activity.SetTag("betamax.cassette", cassettePath);
        }
    }

    /// <summary>What is to become of the request, as soon as that is decided.</summary>
    public RequestOutcome? Decided { get; set; }

    public static RequestReport? Begin(
        HttpRequestMessage request, string? cassettePath, Masking masking, Action<HandledRequest>? observer)
    {
        var activity = Telemetry.Activities.StartActivity("betamax.request");
        return activity is null && observer is null && !Telemetry.Requests.Enabled
            ? null
            : new(activity, observer, request, cassettePath, masking);
    }

    /// <summary>The response is there. Where it is to be recorded it has yet to be read.</summary>
    public void Answer(HttpResponseMessage response)
    {
        _activity?.SetTag("http.response.status_code", (int)response.StatusCode);
        TagOutcome(Decided);
        if (Decided is { } outcome and not RequestOutcome.Recorded)
        {
            End(outcome);
        }
    }

    /// <summary>The caller gets an exception in place of a response.</summary>
    public void Fail(Exception fault)
    {
        // What is cancelled before it is decided about has no outcome, and what failed may be on the tape as a failure.
        var outcome = Decided
            ?? (fault is BetamaxException ? RequestOutcome.Refused : null as RequestOutcome?);
        if (outcome == RequestOutcome.Recorded && _ended == 0)
        {
            outcome = RequestOutcome.NotRecorded;
        }

        _activity?.SetTag("error.type", fault.GetType().FullName);
        _activity?.SetStatus(ActivityStatusCode.Error);
        TagOutcome(outcome);
        if (outcome is { } certain)
        {
            End(certain);
        }
    }

    /// <summary>It is certain what became of the request. A second call does nothing.</summary>
    public void End(RequestOutcome outcome)
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            Telemetry.Requests.Add(1, new KeyValuePair<string, object?>(Telemetry.OutcomeTag, Telemetry.NameOf(outcome)));
            _observer?.Invoke(Handled(outcome));
        }
    }

    /// <summary>Ends the activity. What becomes of a response that is recorded shows later.</summary>
    public void Dispose() => _activity?.Dispose();

    private void TagOutcome(RequestOutcome? outcome)
    {
        if (outcome is { } known)
        {
            _activity?.SetTag(Telemetry.OutcomeTag, Telemetry.NameOf(known));
        }
    }

    private HandledRequest Handled(RequestOutcome outcome) => new(_method, _uri, _cassettePath, outcome, _masking);
}
