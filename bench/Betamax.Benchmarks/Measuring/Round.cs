using System.Diagnostics;

namespace Betamax.Benchmarks.Measuring;

/// <summary>What one round of one side took.</summary>
internal readonly record struct Round(TimeSpan Time, long Allocated)
{
    public static async Task<Round> Of(Side side)
    {
        var work = await side.Prepare();
        if (side.LeavesGarbage)
        {
            // What the preparation or the last round has left behind is not this round's to clear away.
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        await work();
        var time = Stopwatch.GetElapsedTime(start);
        return new(time, GC.GetTotalAllocatedBytes(precise: true) - before);
    }
}
