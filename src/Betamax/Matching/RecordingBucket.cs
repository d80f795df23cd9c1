namespace Betamax.Matching;

/// <summary>The recordings that share one key: all in one queue, and those of each body in a queue of their own.</summary>
internal sealed class RecordingBucket
{
    private IndexedRecording? _first;
    private RecordingQueue? _all;
    private Dictionary<RecordedBody, RecordingQueue>? _byBody;

    public int Count { get; private set; }

    /// <summary>The one recording, where there is no other. Most keys have but one, and then need no queue.</summary>
    public IndexedRecording? Only => Count == 1 ? _first : null;

    public RecordingQueue All => _all ??= QueueOf(_first);

    public void Add(IndexedRecording recording)
    {
        if (Count++ == 0)
        {
            _first = recording;
        }
        else
        {
            All.Add(recording);
        }
    }

    /// <summary>The recordings with this very body, or <see langword="null"/> where there are none.</summary>
    public RecordingQueue? WithBody(RecordedBody body) => (_byBody ??= SortByBody()).GetValueOrDefault(body);

    public void MarkPlayed(IndexedRecording recording)
    {
        _all?.MarkPlayed(recording);
        _byBody?[recording.Request.Body].MarkPlayed(recording);
    }

    private static RecordingQueue QueueOf(IndexedRecording? recording)
    {
        var queue = new RecordingQueue();
        if (recording is not null)
        {
            queue.Add(recording);
        }

        return queue;
    }

    private Dictionary<RecordedBody, RecordingQueue> SortByBody()
    {
        var queues = new Dictionary<RecordedBody, RecordingQueue>();
        foreach (var recording in All.All)
        {
            if (!queues.TryGetValue(recording.Request.Body, out var queue))
            {
                queues.Add(recording.Request.Body, queue = new());
            }

            queue.Add(recording);
        }

        return queues;
    }
}
