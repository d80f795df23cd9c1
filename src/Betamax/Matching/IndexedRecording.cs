namespace Betamax.Matching;

/// <summary>A recording as the index holds it.</summary>
internal sealed class IndexedRecording(int position, RecordedRequest request, RecordingBucket bucket)
{
    /// <summary>Its position on the tape, from 0.</summary>
    public int Position => position;

    public RecordedRequest Request => request;

    /// <summary>The recordings that share its key, itself among them.</summary>
    public RecordingBucket Bucket => bucket;

    /// <summary>How many were played before it; -1 = it is unused.</summary>
    public int PlayedAfter { get; set; } = -1;

    public bool IsUsed => PlayedAfter >= 0;
}
