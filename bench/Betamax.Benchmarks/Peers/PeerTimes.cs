using System.Diagnostics;
using Betamax.Benchmarks.Measuring;

namespace Betamax.Benchmarks.Peers;

/// <summary>What a recorder took for the same requests, in seconds; each is the median of some runs.</summary>
/// <param name="Name">Its name and version.</param>
/// <param name="Bare">Asking the server with its client alone.</param>
/// <param name="Record">Recording them all, and saving; <see langword="null"/> = it cannot.</param>
/// <param name="Load">From putting the tape in to the end of a run that plays the first.</param>
/// <param name="Play">Loading the tape and playing them all.</param>
internal sealed record PeerTimes(string Name, double Bare, double? Record, double Load, double Play)
{
    public static async Task<PeerTimes> Of(Peer peer, Func<Task> bare, int runs)
    {
        await bare();
        var (bares, records, loads, plays) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run <= runs; run++)
        {
            bares.Add(await SecondsOf(bare));
            if (peer.Record is { } record)
            {
                records.Add(await SecondsOf(record));
            }

            loads.Add(await SecondsOf(peer.Load));
            plays.Add(await SecondsOf(peer.Play));
        }

        return new(peer.Name, MedianOf(bares), records.Count == 0 ? null : MedianOf(records), MedianOf(loads), MedianOf(plays));
    }

    private static async Task<double> SecondsOf(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Without the first, which warms up.</summary>
    private static double MedianOf(IEnumerable<double> times) => Spread.Of(times.Skip(1)).Median;
}
