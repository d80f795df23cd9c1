using System.Diagnostics;
using System.Runtime;

namespace Betamax.Benchmarks.Measuring;

/// <summary>
/// Runs the sides of a row in turn and compares each round with the floor's round of the same turn. What slows the machine
/// down for a while then slows down both. The result is the median of these ratios.
/// </summary>
internal static class PairedRun
{
    private const int FewestRounds = 7;
    private const int FewMethods = 100;
    private const int MostWarmUps = 6;

    /// <summary>Compares each side with the floor separately, so that one side does not evict the caches of another.</summary>
    public static async Task<IReadOnlyList<Line>> Of(Question question, Effort effort)
    {
        var lines = new List<Line>();
        foreach (var other in question.Others)
        {
            await WarmUp(question.Floor, other, effort.WarmUp);
            lines.Add(Compare(question, other, await Turns(question.Floor, other, effort.Time, FewestRounds)));
        }

        return lines;
    }

    // With a server in the same process, the JIT in the background needs longer than one warm-up.
    private static async Task WarmUp(Side floor, Side other, TimeSpan time)
    {
        var compiled = 0L;
        for (var times = 0; times < MostWarmUps && JitInfo.GetCompiledMethodCount() - compiled > FewMethods; times++)
        {
            compiled = JitInfo.GetCompiledMethodCount();
            await Turns(floor, other, time, fewest: 2);
        }
    }

    private static async Task<List<(Round Floor, Round Other)>> Turns(Side floor, Side other, TimeSpan time, int fewest)
    {
        var turns = new List<(Round Floor, Round Other)>();
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time || turns.Count < fewest)
        {
            // The sides take turns at being first.
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

    private static Line Compare(Question question, Side side, List<(Round Floor, Round Other)> turns)
    {
        var time = Spread.Of(turns.Select(turn => turn.Other.Time / turn.Floor.Time));
        var floorAllocated = Spread.Of(turns.Select(turn => (double)turn.Floor.Allocated)).Median;
        var allocated = Spread.Of(turns.Select(turn => (double)turn.Other.Allocated)).Median;
        var bytesMore = (long)(allocated - floorAllocated) / question.Operations;
        return new(
            question.Name,
            side.Name,
            time.ToString("×"),
            $"{bytesMore:+ 0;- 0;0} B, {allocated / floorAllocated:0.00} ×",
            side == question.Others[0] ? question.Bound : "",
            time.Median <= question.MostTime
            && allocated / floorAllocated <= (question.MostAllocation ?? double.MaxValue)
            && bytesMore <= (question.MostBytesMore ?? long.MaxValue));
    }
}
