using System.Diagnostics;
using System.Globalization;
using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.Rows;

/// <summary>The additional peak memory of a process that records or plays a large body, compared with no recorder.</summary>
internal static class PeakMemory
{
    private const double Most = 2;

    public static async Task<IReadOnlyList<Line>> Measure(string name, string path, Effort effort)
    {
        await using var server = await Server.Start();
        var uri = server.Address + path;
        var recorded = new List<double>();
        var played = new List<double>();
        for (var run = 0; run < effort.Runs; run++)
        {
            var library = Directory.CreateTempSubdirectory("betamax-bench-").FullName;
            var bare = await PeakOf(LargeBody.Bare, library, uri);
            recorded.Add((await PeakOf(nameof(RecordMode.Once), library, uri) - bare) / Server.LargeLength);
            played.Add((await PeakOf(nameof(RecordMode.None), library, uri) - bare) / Server.LargeLength);
            Directory.Delete(library, recursive: true);
        }

        return [LineOf(name, "betamax, recording", recorded), LineOf(name, "betamax, playing", played)];
    }

    private static Line LineOf(string name, string who, List<double> more)
    {
        var spread = Spread.Of(more);
        return new(name, who, "+ " + spread.ToString("× the body"), "", $"+ {Most} × the body", spread.Median <= Most);
    }

    private static async Task<double> PeakOf(string how, string library, string uri)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(PeakMemory).Assembly.Location, "large-body", how, library, uri])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var peak = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return double.Parse(peak, CultureInfo.InvariantCulture);
    }
}
