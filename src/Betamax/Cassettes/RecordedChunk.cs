namespace Betamax;

/// <summary>What one read of a response's body returned, such as one server-sent event.</summary>
/// <param name="Length">The length in bytes, at least 1.</param>
/// <param name="Offset">When it arrived, after the headers, to the millisecond.</param>
public sealed record RecordedChunk(int Length, TimeSpan Offset);
