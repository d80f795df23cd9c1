using System.Diagnostics;

namespace Betamax.Benchmarks.Measuring;

/// <summary>The cost of one round of one side.</summary>
internal readonly record struct Round(TimeSpan Time, long Allocated)
{
    // More than the size at which the youngest generation is collected.
    private const int YoungGeneration = 100 * 1024 * 1024;
    private const int PieceOfIt = 1024;

    public static async Task<Round> Of(Side side)
    {
        var work = await side.Prepare();
        if (side.LeavesGarbage)
        {
            Settle();
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        await work();
        var time = Stopwatch.GetElapsedTime(start);
        return new(time, GC.GetTotalAllocatedBytes(precise: true) - before);
    }

    // Excludes the effects of the preparation and of the previous round: their garbage, their objects that the collector has
    // not promoted yet, and the memory that the collector has returned to the system.
    private static void Settle()
    {
        for (var generation = 0; generation < GC.MaxGeneration; generation++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        for (var allocated = 0; allocated < YoungGeneration; allocated += PieceOfIt)
        {
            GC.KeepAlive(new byte[PieceOfIt]);
        }
    }
}
