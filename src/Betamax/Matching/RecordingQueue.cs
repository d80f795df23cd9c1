namespace Betamax.Matching;

/// <summary>Recordings that can stand in for one another: those still unused, first in, first out, and those played.</summary>
internal sealed class RecordingQueue
{
    private readonly LinkedList<IndexedRecording> _unused = [];
    private readonly List<IndexedRecording> _played = [];

    public RecordingQueue(IndexedRecording first) => Add(first);

    /// <summary>All of them: the unused ones in the order of the tape, then the played ones in the order of play.</summary>
    public IEnumerable<IndexedRecording> All => Unused().Concat(_played);

    /// <summary>How many there are, used or not.</summary>
    public int Count { get; private set; }

    public void Add(IndexedRecording recording)
    {
        Count++;
        if (recording.IsUsed)
        {
            _played.Add(recording);
        }
        else
        {
            _unused.AddLast(recording);
        }
    }

    /// <summary>The unused ones, in the order of the tape.</summary>
    public IEnumerable<IndexedRecording> Unused()
    {
        for (var node = _unused.First; node is not null;)
        {
            var next = node.Next;
            if (!node.Value.IsUsed)
            {
                yield return node.Value;
            }
            else
            {
                // Another queue of the same recording played it. It is passed once, and never again.
                _unused.Remove(node);
            }

            node = next;
        }
    }

    /// <summary>The played ones, the last first.</summary>
    public IEnumerable<IndexedRecording> Played()
    {
        // Not Enumerable.Reverse, which copies them all before it gives the first.
        for (var i = _played.Count - 1; i >= 0; i--)
        {
            yield return _played[i];
        }
    }

    public void MarkPlayed(IndexedRecording recording) => _played.Add(recording);
}
