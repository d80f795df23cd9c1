namespace Betamax.Recording.Traffic;

/// <summary>How much of a response is recorded.</summary>
/// <param name="RecordChunks">Whether to record the chunks of the body; null = only if they matter.</param>
/// <param name="RecordFailures">Whether a response that fails, or that is not read to its end, is recorded up to that point.</param>
/// <param name="MaxBody">The longest body that is recorded, in bytes.</param>
/// <param name="Time">The clock.</param>
internal sealed record ResponseOptions(bool? RecordChunks, bool RecordFailures, long MaxBody, TimeProvider Time);
