using System.Diagnostics;

namespace Betamax.Benchmarks.Rows;

/// <summary>Reads a large body piece by piece in a process of its own, and says how much memory that process has taken at most.</summary>
internal static class LargeBody
{
    public const string Bare = "bare";

    /// <param name="how"><see cref="Bare"/>, or the record mode.</param>
    /// <param name="library">The directory of the cassette.</param>
    /// <param name="uri">Where the body is.</param>
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
