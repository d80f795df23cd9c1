namespace Betamax.Matching;

/// <summary>The recordings that share one key: all in one queue, and those of each body in a queue of their own.</summary>
internal sealed class RecordingBucket
{
    private Dictionary<RecordedBody, RecordingQueue>? _byBody;

    public RecordingQueue All { get; } = new();

    public int Count => All.Count;

    /// <summary>The recordings with this very body, or <see langword="null"/> where there are none.</summary>
    public RecordingQueue? WithBody(RecordedBody body) => (_byBody ??= SortByBody()).GetValueOrDefault(body);

    public void MarkPlayed(IndexedRecording recording)
    {
        All.MarkPlayed(recording);
        _byBody?[recording.Request.Body].MarkPlayed(recording);
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
