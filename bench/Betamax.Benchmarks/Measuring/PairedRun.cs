using System.Diagnostics;

namespace Betamax.Benchmarks.Measuring;

/// <summary>
/// Runs the sides of a question in turn, round after round, and compares each round with the floor's of the same turn: what
/// slows the machine down for a while slows down both. The median of these ratios is the answer.
/// </summary>
internal static class PairedRun
{
    /// <summary>Until a round no longer gains from the JIT, which compiles a hot method in two steps.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    private const int FewestRounds = 7;

    /// <summary>Each of the others alone with the floor: what one leaves in the caches is not another's to bear.</summary>
    public static async Task<IReadOnlyList<Answer>> Of(Question question, TimeSpan time)
    {
        var answers = new List<Answer>();
        foreach (var other in question.Others)
        {
            await Turns(question.Floor, other, WarmUp, fewest: 2);
            answers.Add(Compare(question, other.Name, await Turns(question.Floor, other, time, FewestRounds)));
        }

        return answers;
    }

    private static async Task<List<(Round Floor, Round Other)>> Turns(Side floor, Side other, TimeSpan time, int fewest)
    {
        var turns = new List<(Round Floor, Round Other)>();
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time || turns.Count < fewest)
        {
            // Nobody is always the first.
            if (turns.Count % 2 == 0)
            {
                var first = await Round.Of(floor);
                turns.Add((first, await Round.Of(other)));
            }
            else
            {
                var first = await Round.Of(other);
                turns.Add((await Round.Of(floor), first));
            }
        }

        return turns;
    }

    private static Answer Compare(Question question, string side, List<(Round Floor, Round Other)> turns)
    {
        var floorAllocated = Median(turns.Select(turn => (double)turn.Floor.Allocated));
        var allocated = Median(turns.Select(turn => (double)turn.Other.Allocated));
        return new(
            question,
            side,
            Median(turns.Select(turn => turn.Other.Time / turn.Floor.Time)),
            allocated / floorAllocated,
            (long)(allocated - floorAllocated) / question.Operations);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
