namespace Betamax.Playback;

/// <summary>What a reader of a played response gets, and when.</summary>
/// <param name="Bytes">All of it.</param>
/// <param name="Chunks">Its parts, if they were kept.</param>
/// <param name="Failure">How it breaks off, if it does.</param>
/// <param name="Pace">When all that is due.</param>
/// <param name="AtEnd">Called when its end has been come to, if there is anything to do then.</param>
internal sealed record PlayedBody(
    ReadOnlyMemory<byte> Bytes,
    IReadOnlyList<RecordedChunk> Chunks,
    RecordedFailure? Failure,
    PlaybackPace Pace,
    Action? AtEnd)
{
    /// <summary>When the headers were given to the caller: the times of parts count from there.</summary>
    public long Start { get; } = Chunks.Count == 0 && Failure is null ? 0 : Pace.Time.GetTimestamp();

    /// <summary>Whether there is nothing to it but its bytes.</summary>
    public bool IsPlain => Chunks.Count == 0 && Failure is null && AtEnd is null;
}
