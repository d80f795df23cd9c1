namespace Betamax.Playback;

/// <summary>How a body comes that does not come all at once, or has something behind it.</summary>
/// <param name="Chunks">Its parts, if they were kept.</param>
/// <param name="Failure">How it breaks off, if it does.</param>
/// <param name="Pace">When all that is due.</param>
/// <param name="AtEnd">Called when its end has been come to, if there is anything to do then.</param>
internal sealed record PlayedCourse(
    IReadOnlyList<RecordedChunk> Chunks, RecordedFailure? Failure, PlaybackPace Pace, Action? AtEnd)
{
    /// <summary>When the headers were given to the caller: the times of parts count from there.</summary>
    public long Start { get; } = Pace.Time.GetTimestamp();
}
