namespace Betamax.Playback;

/// <summary>How a body is played that has chunks, breaks off or is followed by trailers.</summary>
/// <param name="Chunks">The chunks; empty when none were recorded.</param>
/// <param name="Failure">How the body breaks off; null when it does not.</param>
/// <param name="Pace">The speed and the clock.</param>
/// <param name="AtEnd">Called at the end of the body; null when there is nothing to do.</param>
internal sealed record PlaybackSchedule(
    IReadOnlyList<RecordedChunk> Chunks, RecordedFailure? Failure, PlaybackPace Pace, Action? AtEnd)
{
    /// <summary>When the caller got the headers. The times of the chunks count from here.</summary>
    public long Start { get; } = Pace.Time.GetTimestamp();
}
