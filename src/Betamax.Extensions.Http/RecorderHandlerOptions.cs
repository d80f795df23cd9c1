namespace Betamax.Extensions.Http;

/// <summary>Creates a recorder's handler over a primary handler. The observer is called with the outcome of each request.</summary>
internal delegate HttpMessageHandler CreateRecorderHandler(HttpMessageHandler primary, Action<HandledRequest> observer);

/// <summary>Named options: which recorder's handler a client gets, by the client's name.</summary>
internal sealed class RecorderHandlerOptions
{
    /// <summary>Creates the handler; <see langword="null"/> if the client uses no cassette.</summary>
    public CreateRecorderHandler? Create { get; set; }
}
