using System.Runtime.InteropServices;

namespace Betamax.Matching;

/// <summary>Recordings with the same key, in the order of the cassette. Most groups have only one.</summary>
/// <param name="requests">The recorded request at each position of the cassette.</param>
/// <param name="playedFor">For each position, 0 while it is unused.</param>
/// <param name="first">The first position of the group.</param>
internal sealed class RecordingGroup(IReadOnlyList<RecordedRequest?> requests, int[] playedFor, int first)
{
    private int _first = first;

    // The positions, and the played ones in the order of play. Null while there is only one.
    private List<int>? _positions;
    private List<int>? _played;

    // How many positions at the beginning are known to be used. Searches skip them.
    private int _usedAtStart;
    private Dictionary<RecordedBody, RecordingGroup>? _groupsByBody;

    /// <summary>The number of recordings, used or not.</summary>
    public int Count => _positions?.Count ?? 1;

    /// <summary>The positions, used or not.</summary>
    public ReadOnlySpan<int> Positions => _positions is null ? new(ref _first) : CollectionsMarshal.AsSpan(_positions);

    private ReadOnlySpan<int> Played =>
        _positions is not null ? CollectionsMarshal.AsSpan(_played)
        : playedFor[_first] > 0 ? new(ref _first)
        : [];

    /// <summary>Appends a position, before any position is played.</summary>
    public void Add(int position) => (_positions ??= [_first]).Add(position);

    /// <summary>Notes that a recording of the group was played.</summary>
    public void MarkPlayed(int position)
    {
        if (_positions is not null)
        {
            (_played ??= []).Add(position);
            _groupsByBody?.GetValueOrDefault(requests[position]!.Body)?.MarkPlayed(position);
        }
    }

    /// <summary>The first unused position; <see langword="null"/> if there is none.</summary>
    /// <param name="isMatch">Whether a position can be played; <see langword="null"/> if all can.</param>
    public int? FindUnused(Func<int, bool>? isMatch)
    {
        var positions = Positions;
        while (_usedAtStart < positions.Length && playedFor[positions[_usedAtStart]] > 0)
        {
            _usedAtStart++;
        }

        foreach (var position in positions[_usedAtStart..])
        {
            if (playedFor[position] == 0 && (isMatch?.Invoke(position) ?? true))
            {
                return position;
            }
        }

        return null;
    }

    /// <summary>The position that was played last; <see langword="null"/> if there is none.</summary>
    /// <param name="isMatch">Whether a position can be played; <see langword="null"/> if all can.</param>
    public int? FindLastPlayed(Func<int, bool>? isMatch)
    {
        var played = Played;
        for (var i = played.Length - 1; i >= 0; i--)
        {
            if (isMatch?.Invoke(played[i]) ?? true)
            {
                return played[i];
            }
        }

        return null;
    }

    /// <summary>The recordings of the group with this body; <see langword="null"/> if there are none.</summary>
    public RecordingGroup? FindByBody(RecordedBody body) => (_groupsByBody ??= GroupByBody()).GetValueOrDefault(body);

    private Dictionary<RecordedBody, RecordingGroup> GroupByBody()
    {
        var groups = new Dictionary<RecordedBody, RecordingGroup>();
        foreach (var position in Positions)
        {
            var body = requests[position]!.Body;
            if (groups.TryGetValue(body, out var group))
            {
                group.Add(position);
            }
            else
            {
                groups.Add(body, new(requests, playedFor, position));
            }
        }

        foreach (var position in Played)
        {
            groups[requests[position]!.Body].MarkPlayed(position);
        }

        return groups;
    }
}
