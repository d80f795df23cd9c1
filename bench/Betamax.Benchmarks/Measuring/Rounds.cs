using System.Diagnostics;

namespace Betamax.Benchmarks.Measuring;

/// <summary>Measures a side that has no floor.</summary>
internal static class Rounds
{
    public static async Task<List<Round>> Of(Side side, TimeSpan time)
    {
        var rounds = new List<Round>();
        var start = Stopwatch.GetTimestamp();
        do
        {
            rounds.Add(await Round.Of(side));
        }
        while (Stopwatch.GetElapsedTime(start) < time);
        return rounds;
    }
}
