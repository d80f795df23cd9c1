namespace Betamax.Recording;

/// <summary>What a handler was made with: how it finds its tape, what holds where there is none, and who is told.</summary>
/// <param name="Session">The tape for a request that is sent now.</param>
/// <param name="NoRecorderBehavior">What happens where there is none.</param>
/// <param name="Observer">Who is told what became of each request.</param>
internal sealed record TapeSource(
    Func<CassetteSession?> Session, NoRecorderBehavior NoRecorderBehavior, Action<HandledRequest>? Observer);
