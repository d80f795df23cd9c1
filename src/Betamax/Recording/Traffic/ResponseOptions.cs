namespace Betamax.Recording.Traffic;

/// <summary>What is recorded of a response.</summary>
/// <param name="RecordChunks">Whether to keep the parts in which the body arrives; null = where they matter.</param>
/// <param name="RecordFailures">Whether a response that fails, or that its reader leaves, is recorded as far as it came.</param>
/// <param name="MaxBody">A longer body is not recorded.</param>
/// <param name="Time">The clock.</param>
internal sealed record ResponseOptions(bool? RecordChunks, bool RecordFailures, long MaxBody, TimeProvider Time);
