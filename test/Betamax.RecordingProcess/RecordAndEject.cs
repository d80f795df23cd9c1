namespace Betamax.RecordingProcess;

/// <summary>
/// Opens a cassette, records a few requests and ejects, in an endless loop. Prints each answer, with its cassette and its path,
/// after it has been read, and each cassette after it has been ejected. Each line ends with a full stop. The test kills it.
/// </summary>
internal static class RecordAndEject
{
    private const int Requests = 5;

    public static async Task Run(string library, string server, RecordMode mode, int first, string run)
    {
        for (var round = first; ; round++)
        {
            // Once records a cassette only once. The other modes use the same cassette again.
            var name = mode == RecordMode.Once ? $"a{round}" : "a";
            await using (var recorder = new CassetteLibrary(library).UseCassette(name, options => options with { RecordMode = mode }))
            {
                using var client = recorder.CreateClient();
                for (var number = 1; number <= Requests; number++)
                {
                    var path = mode == RecordMode.NewEpisodes ? $"/{run}/{round}/{number}" : $"/{number}";
                    Console.WriteLine($"read {name} {path} {await client.GetStringAsync(new Uri(server + path))}.");
                }
            }

            Console.WriteLine($"ejected {round}.");
        }
    }
}
