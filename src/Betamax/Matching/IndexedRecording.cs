namespace Betamax.Matching;

/// <summary>A recording as the index holds it.</summary>
internal sealed class IndexedRecording(int position, RecordedRequest request)
{
    private RecordingBucket? _bucket;

    /// <summary>Its position on the tape, from 0.</summary>
    public int Position => position;

    public RecordedRequest Request => request;

    /// <summary>The recordings that share its key, itself among them. Most keys have but one, and then it is seldom asked for.</summary>
    public RecordingBucket Bucket => _bucket ??= new(this);

    /// <summary>Whether no other recording shares its key.</summary>
    public bool IsAlone => _bucket is null or { Count: 1 };

    /// <summary>The number of the request that used it up, from 1; 0 = it is unused.</summary>
    public int PlayedFor { get; private set; }

    public bool IsUsed => PlayedFor > 0;

    /// <summary>Puts it into the bucket of the first recording with its key.</summary>
    public void Join(IndexedRecording first)
    {
        _bucket = first.Bucket;
        _bucket.Add(this);
    }

    public void MarkPlayed(int request)
    {
        PlayedFor = request;
        _bucket?.MarkPlayed(this);
    }
}
