using System.Diagnostics;

namespace Betamax.Benchmarks.Measuring;

/// <summary>What one round of one side took.</summary>
internal readonly record struct Round(TimeSpan Time, long Allocated)
{
    // More than the youngest generation has before it is collected.
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

    // What the preparation or the last round has left behind is not this round's: neither its garbage, nor what it has made and
    // the collector still has to move to where it stays, nor the memory that the collector has given back.
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
