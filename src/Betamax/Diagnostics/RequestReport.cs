using System.Diagnostics;
using Betamax.Secrets;

namespace Betamax.Diagnostics;

/// <summary>Reports one request to telemetry and to the observer. It exists only if somebody listens.</summary>
internal sealed class RequestReport : IDisposable
{
    private readonly Activity? _activity;
    private readonly Action<HandledRequest>? _observer;
    private readonly SecretFilter _secrets;
    private readonly string _method;
    private readonly string _uri;
    private readonly string? _cassettePath;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _sentAt;
    private readonly long _start;
    private RequestOutcome? _expected;
    private Interaction? _played;
    private int? _index;
    private int _ended;

    private RequestReport(
        Activity? activity,
        Action<HandledRequest>? observer,
        HttpRequestMessage request,
        string? cassettePath,
        SecretFilter secrets,
        TimeProvider time)
    {
        _activity = activity;
        _observer = observer;
        _secrets = secrets;
        _method = request.Method.Method;
        _uri = request.RequestUri is { IsAbsoluteUri: true } uri ? uri.AbsoluteUri : $"{request.RequestUri}";
        _cassettePath = cassettePath;
        _time = time;
        _sentAt = time.GetUtcNow();
        _start = time.GetTimestamp();
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("http.request.method", _method);
            activity.SetTag("url.full", ToHandled(default, null).Uri);
            activity.SetTag("betamax.cassette", cassettePath);
        }
    }

    /// <summary>Starts a report; null when nobody listens.</summary>
    public static RequestReport? Start(
        HttpRequestMessage request, string? cassettePath, SecretFilter secrets, TimeProvider time, Action<HandledRequest>? observer)
    {
        var activity = Telemetry.Activities.StartActivity("betamax.request");
        return activity is null && observer is null && !Telemetry.Requests.Enabled
            ? null
            : new(activity, observer, request, cassettePath, secrets, time);
    }

    /// <summary>Called when the outcome has been decided. The request may still fail.</summary>
    public void Expect(RequestOutcome outcome) => _expected = outcome;

    /// <summary>Called when a recording will be played.</summary>
    public void ExpectPlay(int index, Interaction interaction)
    {
        _expected = RequestOutcome.Played;
        _index = index;
        _played = interaction;
    }

    /// <summary>Called when the response has arrived. If it is recorded, the report ends when it has been read.</summary>
    public void Answer(HttpResponseMessage response)
    {
        _activity?.SetTag("http.response.status_code", (int)response.StatusCode);
        TagOutcome(_expected);
        if (_expected is { } outcome and not RequestOutcome.Recorded)
        {
            End(outcome);
        }
    }

    /// <summary>Called when the caller gets an exception instead of a response.</summary>
    public void Fail(Exception fault)
    {
        // A request that was cancelled before the decision has no outcome. The failure itself may have been recorded.
        var outcome = _expected
            ?? (fault is BetamaxException ? RequestOutcome.Refused : null as RequestOutcome?);
        if (outcome == RequestOutcome.Recorded && _ended == 0)
        {
            outcome = RequestOutcome.NotRecorded;
        }

        _activity?.SetTag("error.type", fault.GetType().FullName);
        _activity?.SetStatus(ActivityStatusCode.Error);
        TagOutcome(outcome);
        if (outcome is { } final)
        {
            End(final);
        }
    }

    /// <summary>Reports the final outcome. A second call does nothing.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="recorded">The interaction that was recorded, if one was.</param>
    public void End(RequestOutcome outcome, Interaction? recorded = null)
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            Telemetry.Requests.Add(1, new KeyValuePair<string, object?>(Telemetry.OutcomeTag, Telemetry.GetName(outcome)));
            _observer?.Invoke(ToHandled(outcome, recorded));
        }
    }

    /// <summary>Ends the activity. A recorded request is reported to the observer later, when its response has been read.</summary>
    public void Dispose() => _activity?.Dispose();

    private void TagOutcome(RequestOutcome? outcome)
    {
        if (outcome is { } known)
        {
            _activity?.SetTag(Telemetry.OutcomeTag, Telemetry.GetName(known));
        }
    }

    private HandledRequest ToHandled(RequestOutcome outcome, Interaction? recorded) =>
        new(_method, _uri, outcome == RequestOutcome.Played ? _played : recorded, _secrets)
        {
            CassettePath = _cassettePath,
            Outcome = outcome,
            Index = outcome == RequestOutcome.Played ? _index : null,
            SentAt = _sentAt,
            Duration = _time.GetElapsedTime(_start),
        };
}
