namespace Betamax.RecordingProcess;

/// <summary>
/// Puts a cassette in, records a few requests and ejects, for ever. Says each answer, with its cassette and its path, once it
/// has been read, and each cassette once it has been ejected, each with a full stop behind it. Whoever has started it kills it.
/// </summary>
internal static class RecordAndEject
{
    private const int Requests = 5;

    public static async Task Run(string library, string server, RecordMode mode, int first, string run)
    {
        for (var round = first; ; round++)
        {
            // Once records a cassette once; the other modes come back to the same one.
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
