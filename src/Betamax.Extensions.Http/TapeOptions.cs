namespace Betamax.Extensions.Http;

/// <summary>Puts a tape over a primary handler, and has an observer told what becomes of its requests.</summary>
internal delegate HttpMessageHandler PutTapeOver(HttpMessageHandler primary, Action<HandledRequest> observer);

/// <summary>The tape of one client, by the client's name.</summary>
internal sealed class TapeOptions
{
    /// <summary><see langword="null"/> = the client has none.</summary>
    public PutTapeOver? PutTapeOver { get; set; }
}
