namespace Betamax.Matching;

/// <summary>
/// A recording as the index holds it. While it is free, which is to say in no bucket, any thread may play it; all else its
/// owner does with one thread at a time.
/// </summary>
internal sealed class IndexedRecording(int position, RecordedRequest request)
{
    private const int Unused = 0;
    private const int UnusedInBucket = -1;

    private RecordingBucket? _bucket;
    private int _playedFor;

    /// <summary>Its position on the tape, from 0.</summary>
    public int Position => position;

    public RecordedRequest Request => request;

    /// <summary>The recordings that share its key, itself among them. Most keys have but one, and then it is seldom asked for.</summary>
    public RecordingBucket Bucket
    {
        get
        {
            if (_bucket is null)
            {
                // From here on it is not free: its bucket must hear of it when it is played.
                Interlocked.CompareExchange(ref _playedFor, UnusedInBucket, Unused);
                _bucket = new(this);
            }

            return _bucket;
        }
    }

    /// <summary>Whether no other recording shares its key.</summary>
    public bool IsAlone => _bucket is null or { Count: 1 };

    /// <summary>The number of the request that used it up, from 1; less = it is unused.</summary>
    public int PlayedFor => Volatile.Read(ref _playedFor);

    public bool IsUsed => PlayedFor > 0;

    /// <summary>Whether it is unused and in no bucket.</summary>
    public bool IsFree => PlayedFor == Unused;

    /// <summary>Puts it into the bucket of the first recording with its key.</summary>
    public void Join(IndexedRecording first)
    {
        _bucket = first.Bucket;
        _playedFor = UnusedInBucket;
        _bucket.Add(this);
    }

    /// <summary>Plays it for a request if it is free: of two threads that try, one does.</summary>
    /// <param name="request">The number of the request, greater than those before it.</param>
    public bool TryPlayFree(int request) => Interlocked.CompareExchange(ref _playedFor, request, Unused) == Unused;

    /// <summary>The same, if it is unused.</summary>
    /// <param name="request">The number of the request, greater than those before it.</param>
    public bool TryPlay(int request)
    {
        if (TryPlayFree(request))
        {
            return true;
        }

        if (IsUsed)
        {
            return false;
        }

        _playedFor = request;
        _bucket!.MarkPlayed(this);
        return true;
    }
}
