using System.Diagnostics;
using Betamax.Benchmarks.Measuring;

namespace Betamax.Benchmarks.Peers;

/// <summary>The times of a recorder for the same requests, in seconds. Each is the median of several runs.</summary>
/// <param name="Name">Its name and version.</param>
/// <param name="Bare">Sending the requests without a recorder.</param>
/// <param name="Record">Recording all requests, and saving; <see langword="null"/> if it cannot record.</param>
/// <param name="Load">From opening the cassette to the end of a run that plays the first recording.</param>
/// <param name="Play">Loading the cassette and playing all recordings.</param>
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

    /// <summary>Ignores the first run, which is the warm-up.</summary>
    private static double MedianOf(IEnumerable<double> times) => Spread.Of(times.Skip(1)).Median;
}
