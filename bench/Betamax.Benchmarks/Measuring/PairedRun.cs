using System.Diagnostics;

namespace Betamax.Benchmarks.Measuring;

/// <summary>
/// Runs the sides of a question in turn, round after round, and compares each round with the floor's of the same turn: what
/// slows the machine down for a while slows down both. The median of these ratios is the answer.
/// </summary>
internal static class PairedRun
{
    /// <summary>Until a round no longer gains from the JIT, which compiles a hot method in two steps.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    private const int FewestRounds = 7;

    public static async Task<IReadOnlyList<Answer>> Of(Question question, TimeSpan time)
    {
        IReadOnlyList<Side> sides = [question.Floor, .. question.Others];
        await Turns(sides, WarmUp, fewest: 2);
        var turns = await Turns(sides, time, FewestRounds);
        return [.. Enumerable.Range(1, question.Others.Count).Select(side => Compare(question, side, turns))];
    }

    private static async Task<List<Round[]>> Turns(IReadOnlyList<Side> sides, TimeSpan time, int fewest)
    {
        var turns = new List<Round[]>();
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time || turns.Count < fewest)
        {
            var turn = new Round[sides.Count];
            for (var i = 0; i < sides.Count; i++)
            {
                // Nobody is always the first.
                var side = (i + turns.Count) % sides.Count;
                turn[side] = await Round.Of(sides[side]);
            }

            turns.Add(turn);
        }

        return turns;
    }

    private static Answer Compare(Question question, int side, List<Round[]> turns)
    {
        var floorAllocated = Median(turns.Select(turn => (double)turn[0].Allocated));
        var allocated = Median(turns.Select(turn => (double)turn[side].Allocated));
        return new(
            question,
            question.Others[side - 1].Name,
            Median(turns.Select(turn => turn[side].Time / turn[0].Time)),
            allocated / floorAllocated,
            (long)(allocated - floorAllocated) / question.Operations,
            Median(turns.Select(turn => turn[0].Time.TotalMicroseconds / question.Operations)));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
