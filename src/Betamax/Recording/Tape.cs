using Betamax.Cassettes;
using Betamax.Matching;

namespace Betamax.Recording;

/// <summary>
/// The interactions of one run in order: the old ones that can be played, and the ones that the run records, which are not played
/// in the same run. Safe to use from any thread.
/// </summary>
internal sealed class Tape
{
    private readonly object _lock = new();
    private readonly RecordingIndex _index;
    private readonly bool _repeats;
    private readonly SortedList<int, Interaction> _recorded = [];
    private int _sent;
    private int _finished;

    /// <param name="playable">The old interactions as they are played; null = dropped before playback.</param>
    /// <param name="matchers">The cassette's matchers.</param>
    /// <param name="repeats">Whether the last matching recording is played again once all have been played.</param>
    public Tape(Interaction?[] playable, IReadOnlyList<RequestMatcher> matchers, bool repeats)
    {
        Playable = playable;
        _repeats = repeats;
        _index = new([.. playable.Select(interaction => interaction?.Request)], matchers);
    }

    /// <summary>The old interactions as they are played; null = dropped before playback.</summary>
    public IReadOnlyList<Interaction?> Playable { get; }

    /// <summary>Whether a matcher reads the headers of a request.</summary>
    public bool ReadsHeaders => (_index.Reads & RequestParts.Headers) != 0;

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

    /// <summary>Whether every request that was sent has been recorded or dropped by a hook.</summary>
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

    /// <summary>The number of the request that each position was played for, counted from 1.</summary>
    public IReadOnlyDictionary<int, int> PlayedFor => _index.PlayedFor;

    /// <summary>Whether the body of a request is needed to choose what is played.</summary>
    /// <param name="variants">The request without its body.</param>
    public bool DependsOnBody(RequestVariants variants) => _index.DependsOnBody(variants);

    /// <summary>Finds the recording to play and marks it as used; null when none matches.</summary>
    /// <param name="variants">The request.</param>
    /// <returns>Its position.</returns>
    public int? Take(RequestVariants variants) => _index.Take(variants, _repeats);

    /// <summary>The positions of the recordings that match a request but have already been played.</summary>
    public IReadOnlyList<int> FindUsedUp(RequestVariants variants) => _index.FindUsedMatches(variants);

    /// <summary>Reserves the place of a request that is about to be sent.</summary>
    public int ReservePlace()
    {
        lock (_lock)
        {
            return _sent++;
        }
    }

    /// <summary>Puts a recorded interaction in its place; null if a hook has dropped it.</summary>
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
