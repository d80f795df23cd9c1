using System.Diagnostics;
using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.Rows;

/// <summary>A process that plays one recording and ends, against one whose handler is a stub: everything is compiled at first use.</summary>
internal static class ColdStart
{
    private const string Stub = "stub";
    private const string Recorded = "recorded";
    private const double MostTime = 2;
    private const int FewestTurns = 5;

    public static async Task<IReadOnlyList<Line>> Measure(Tapes tapes, Effort effort)
    {
        var path = tapes.PathOf(tapes.Of(1));
        var ratios = new List<double>();
        for (var turn = 0; turn < FewestTurns * effort.Runs; turn++)
        {
            var stub = await TimeOf(Stub, path);
            ratios.Add(await TimeOf(Recorded, path) / stub);
        }

        var spread = Spread.Of(ratios);
        return [new("cold-start", "betamax", spread.ToString("×"), "", $"{MostTime} ×", spread.Median <= MostTime)];
    }

    /// <summary>What the process does.</summary>
    /// <param name="how">Whether a stub answers or a recording.</param>
    /// <param name="path">The cassette's file.</param>
    public static async Task Run(string how, string path)
    {
        if (how == Stub)
        {
            using var client = new HttpClient(new DictionaryHandler(new Dictionary<string, byte[]> { [Exchanges.UriOf(0)] = Exchanges.BodyOf(0) }));
            await client.GetByteArrayAsync(Exchanges.UriOf(0));
        }
        else
        {
            await PlayOne(path);
        }
    }

    // A method of its own, so that the process with the stub does not load the library.
    private static async Task PlayOne(string path)
    {
        var library = new CassetteLibrary(Path.GetDirectoryName(path)!);
        await using var recorder = library.UseCassette(Path.GetFileNameWithoutExtension(path));
        using var client = recorder.CreateClient();
        await client.GetByteArrayAsync(Exchanges.UriOf(0));
    }

    private static async Task<TimeSpan> TimeOf(string how, string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start("dotnet", [typeof(ColdStart).Assembly.Location, "cold-start", how, path]);
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(start) : throw new InvalidOperationException($"The process '{how}' has failed.");
    }
}
