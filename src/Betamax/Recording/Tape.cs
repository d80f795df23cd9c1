using Betamax.Matching;

namespace Betamax.Recording;

/// <summary>
/// What can be played in this run, and what this run has recorded; the two never meet. Safe to use from any thread.
/// </summary>
internal sealed class Tape
{
    private readonly object _lock = new();
    private readonly Interaction?[] _playable;
    private readonly RecordingIndex _index;
    private readonly bool _repeats;
    private readonly SortedList<int, Interaction> _recorded = [];
    private int _sent;
    private int _finished;

    /// <param name="playable">The old interactions, each as it is played; <see langword="null"/> = it is not.</param>
    /// <param name="matchers">The rules that all must hold.</param>
    /// <param name="repeats">Whether the last one played goes on being played.</param>
    public Tape(Interaction?[] playable, IReadOnlyList<RequestMatcher> matchers, bool repeats)
    {
        _playable = playable;
        _repeats = repeats;
        _index = new([.. playable.Select(interaction => interaction?.Request)], matchers);
    }

    /// <summary>The old interactions, each as it is played; <see langword="null"/> = it is not.</summary>
    public IReadOnlyList<Interaction?> Playable => _playable;

    /// <summary>Whether there is anything that a request could be matched with.</summary>
    public bool HasPlayable => _playable.Length > 0;

    /// <summary>Whether the body of a request decides what is played for it.</summary>
    /// <param name="asked">The request without its body, in each spelling in which it may stand on the tape.</param>
    public bool DependsOnBody(IReadOnlyList<RecordedRequest> asked) => _index.DependsOnBody(asked);

    /// <summary>What this run has recorded, in the order of sending.</summary>
    public IReadOnlyList<Interaction> Recorded
    {
        get
        {
            lock (_lock)
            {
                return [.. _recorded.Values];
            }
        }
    }

    /// <summary>Whether every request that was sent has been read to the end of its response.</summary>
    public bool IsWhole
    {
        get
        {
            lock (_lock)
            {
                return _finished == _sent;
            }
        }
    }

    /// <summary>The interaction to play for a request, used up by this call; <see langword="null"/> = none matches.</summary>
    /// <param name="asked">The request, in each spelling in which it may stand on the tape.</param>
    public Interaction? Take(IReadOnlyList<RecordedRequest> asked)
    {
        return _index.Take(asked, _repeats) is { } position ? _playable[position] : null;
    }

    /// <summary>Of each position that was played the request that used it up, counted from 1 among all of this run.</summary>
    public IReadOnlyDictionary<int, int> PlayedFor => _index.PlayedFor;

    /// <summary>What was not played, with its position on the tape.</summary>
    public IReadOnlyList<(int Position, Interaction Interaction)> Unused =>
        [.. _index.Unused.Select(position => (position, _playable[position]!))];

    /// <summary>The positions of what would match a request, if it had not been played already.</summary>
    public IReadOnlyList<int> UsedUpFor(IReadOnlyList<RecordedRequest> asked) => _index.FindUsedMatches(asked);

    /// <summary>The place of a request that is about to be sent.</summary>
    public int NextPlace()
    {
        lock (_lock)
        {
            return _sent++;
        }
    }

    /// <summary>Puts an interaction in its place; <see langword="null"/> = it is not wanted on the tape.</summary>
    public void Finish(int place, Interaction? interaction)
    {
        lock (_lock)
        {
            _finished++;
            if (interaction is not null)
            {
                _recorded.Add(place, interaction);
            }
        }
    }
}
