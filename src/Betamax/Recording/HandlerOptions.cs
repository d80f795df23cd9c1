namespace Betamax.Recording;

/// <summary>What a handler was created with.</summary>
/// <param name="FindSession">Finds the session for a request; null when there is no recorder.</param>
/// <param name="NoRecorderBehavior">What happens to a request that has no session.</param>
/// <param name="Observer">Called with the outcome of each request; null when nobody listens.</param>
/// <param name="FollowsFlow">Whether the session is that of the async flow in which a request is sent.</param>
internal sealed record HandlerOptions(
    Func<HttpRequestMessage, CassetteSession?> FindSession,
    NoRecorderBehavior? NoRecorderBehavior,
    Action<HandledRequest>? Observer,
    bool FollowsFlow = false);
