namespace Betamax.Matching;

/// <summary>The recordings that share one key: all in one queue, and those of each body in a queue of their own.</summary>
/// <param name="first">The first of them.</param>
internal sealed class RecordingBucket(IndexedRecording first)
{
    private Dictionary<RecordedBody, RecordingQueue>? _byBody;

    public int Count => All.Count;

    public RecordingQueue All { get; } = new(first);

    public void Add(IndexedRecording recording) => All.Add(recording);

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
            if (queues.TryGetValue(recording.Request.Body, out var queue))
            {
                queue.Add(recording);
            }
            else
            {
                queues.Add(recording.Request.Body, new(recording));
            }
        }

        return queues;
    }
}
