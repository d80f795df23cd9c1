using System.Net;
using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.Rows;

/// <summary>Recording GETs of 2 KiB from Kestrel on loopback, with journal, redaction and leak scan, by a recorder that runs.</summary>
internal static class RecordingOne
{
    private const int Requests = 500;

    private const int WarmUp = 50;

    /// <summary>The first requests of a tape: each round has a new one. None is ejected, for the disk would still be at it in the next round.</summary>
    public static Task<Question> First(Tapes tapes)
    {
        var round = 0;
        return Of("record/1st", uris => new("betamax", async () =>
        {
            var client = tapes.Library.UseCassette($"recorded-{round++}").CreateClient();
            await Playing.GetAll(client, uris[..WarmUp]);
            return () => Playing.GetAll(client, uris);
        }));
    }

    /// <summary>The requests after so many, and on and on: one tape serves all rounds.</summary>
    public static Task<Question> Behind(Tapes tapes, int behind)
    {
        HttpClient? client = null;
        return Of($"record/{behind}th", uris => new("betamax", async () =>
        {
            if (client is null)
            {
                client = tapes.Library.UseCassette("recorded-long").CreateClient();
                await Playing.GetAll(client, Enumerable.Range(0, behind).Select(number => uris[number % Requests]));
            }

            return () => Playing.GetAll(client, uris);
        }));
    }

    private static async Task<Question> Of(string name, Func<string[], Side> recording)
    {
        var server = await Server.Start();
        string[] uris = [.. Enumerable.Range(0, Requests).Select(number => server.Address + Exchanges.PathOf(number))];
        var bare = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        return new(name, Requests, new Side("floor", () => Task.FromResult(() => Playing.GetAll(bare, uris))), recording(uris))
        {
            MostTime = 1.15,
        };
    }
}
