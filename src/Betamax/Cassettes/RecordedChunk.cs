namespace Betamax;

/// <summary>A part of a response's body that arrived by itself, such as one server-sent event.</summary>
/// <param name="Length">How many bytes of the body it is, at least 1.</param>
/// <param name="Offset">When it arrived, counted from the arrival of the headers, to the millisecond.</param>
public sealed record RecordedChunk(int Length, TimeSpan Offset);
