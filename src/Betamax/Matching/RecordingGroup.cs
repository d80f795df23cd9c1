namespace Betamax.Matching;

/// <summary>Recordings that can be played for each other: the unused ones in the order of the cassette, and the played ones.</summary>
/// <param name="requests">The recorded request at each position of the cassette.</param>
internal sealed class RecordingGroup(IReadOnlyList<RecordedRequest?> requests)
{
    private readonly LinkedList<int> _unused = [];
    private readonly List<int> _played = [];
    private Dictionary<RecordedBody, RecordingGroup>? _groupsByBody;

    /// <summary>The played positions, in the order of play.</summary>
    public IReadOnlyList<int> Played => _played;

    /// <summary>The number of recordings, used or not.</summary>
    public int Count { get; private set; }

    public void Add(int position)
    {
        Count++;
        _unused.AddLast(position);
    }

    /// <summary>Notes that a recording of the group was played.</summary>
    public void MarkPlayed(int position)
    {
        _played.Add(position);
        FindByBody(requests[position]!.Body, build: false)?.MarkPlayed(position);
    }

    /// <summary>The first unused position; <see langword="null"/> where there is none.</summary>
    /// <param name="playedFor">For each position, 0 as long as it is unused.</param>
    /// <param name="isMatch">Whether a position can be played; <see langword="null"/> = all can.</param>
    public int? FindUnused(int[] playedFor, Func<int, bool>? isMatch)
    {
        for (var node = _unused.First; node is not null;)
        {
            var next = node.Next;
            if (playedFor[node.Value] > 0)
            {
                // Removed only here, so that each used position is visited once.
                _unused.Remove(node);
            }
            else if (isMatch?.Invoke(node.Value) ?? true)
            {
                return node.Value;
            }

            node = next;
        }

        return null;
    }

    /// <summary>The position that was played last; <see langword="null"/> where there is none.</summary>
    /// <param name="isMatch">Whether a position can be played; <see langword="null"/> = all can.</param>
    public int? FindLastPlayed(Func<int, bool>? isMatch)
    {
        var index = isMatch is null ? _played.Count - 1 : _played.FindLastIndex(position => isMatch(position));
        return index < 0 ? null : _played[index];
    }

    /// <summary>The recordings of the group with this body; <see langword="null"/> where there are none.</summary>
    public RecordingGroup? FindByBody(RecordedBody body) => FindByBody(body, build: true);

    private RecordingGroup? FindByBody(RecordedBody body, bool build)
    {
        if (build)
        {
            _groupsByBody ??= GroupByBody();
        }

        return _groupsByBody?.GetValueOrDefault(body);
    }

    private Dictionary<RecordedBody, RecordingGroup> GroupByBody()
    {
        var groups = new Dictionary<RecordedBody, RecordingGroup>();
        foreach (var position in _unused)
        {
            GroupOf(position).Add(position);
        }

        foreach (var position in _played)
        {
            GroupOf(position).MarkPlayed(position);
        }

        return groups;

        RecordingGroup GroupOf(int position)
        {
            var body = requests[position]!.Body;
            if (!groups.TryGetValue(body, out var group))
            {
                groups.Add(body, group = new(requests));
            }

            return group;
        }
    }
}
