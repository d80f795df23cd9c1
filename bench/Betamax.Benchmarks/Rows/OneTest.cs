using System.Text.Json;
using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.Rows;

/// <summary>What a test costs: a cassette of five recordings is opened, played and ejected. The floor reads and parses the file.</summary>
internal static class OneTest
{
    private const int Recordings = 5;
    private const int Tests = 200;

    public static Question Create(Tapes tapes)
    {
        var name = tapes.Of(Recordings);
        string[] uris = [.. Enumerable.Range(0, Recordings).Select(Exchanges.UriOf)];
        return new(
            "test/5", Tests,
            Side.Of("floor", () =>
            {
                for (var test = 0; test < Tests; test++)
                {
                    JsonDocument.Parse(File.ReadAllBytes(tapes.PathOf(name))).Dispose();
                }

                return Task.CompletedTask;
            }),
            Side.Of("betamax", async () =>
            {
                for (var test = 0; test < Tests; test++)
                {
                    await Run(tapes.Library, name, uris);
                }
            }))
        {
            MostTime = 5,
        };
    }

    private static async Task Run(CassetteLibrary library, string name, string[] uris)
    {
        await using var recorder = library.UseCassette(name);
        using var client = recorder.CreateClient();
        await Playing.GetAll(client, uris);
    }
}
