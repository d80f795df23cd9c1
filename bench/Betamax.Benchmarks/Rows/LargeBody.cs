using System.Diagnostics;

namespace Betamax.Benchmarks.Rows;

/// <summary>Reads a large body in pieces in a separate process, and prints the peak memory of that process.</summary>
internal static class LargeBody
{
    public const string Bare = "bare";

    /// <param name="how"><see cref="Bare"/>, or a record mode.</param>
    /// <param name="library">The directory of the cassette.</param>
    /// <param name="uri">The URI of the body.</param>
    public static async Task Run(string how, string library, string uri)
    {
        if (how == Bare)
        {
            using var bare = new HttpClient();
            await Read(bare, uri);
        }
        else
        {
            await using var recorder = new CassetteLibrary(library).UseCassette("large", o => o with { RecordMode = Enum.Parse<RecordMode>(how) });
            using var client = recorder.CreateClient();
            await Read(client, uri);
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(process.PeakWorkingSet64);
    }

    private static async Task Read(HttpClient client, string uri)
    {
        await using var body = await client.GetStreamAsync(uri);
        await body.CopyToAsync(Stream.Null);
    }
}
