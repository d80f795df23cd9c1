using System.Net;
using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.Rows;

/// <summary>
/// Recording GETs of 2 KiB from Kestrel on loopback, with journal, redaction and leak scan. The floor writes as many bytes
/// to a file after each answer.
/// </summary>
internal static class RecordingOne
{
    private const int Requests = 500;

    private const int WarmUp = 50;

    /// <summary>About the size of one journal entry.</summary>
    private const int LineLength = 3 * 1024;

    /// <summary>Records the first requests of a cassette; each round has a new one. None is ejected, because the disk would still be busy in the next round.</summary>
    public static Task<Question> First(Tapes tapes)
    {
        var round = 0;
        Recorder? last = null;
        return Of("record/1st", tapes, uris => new("betamax", async () =>
        {
            last?.Discard();
            last = tapes.Library.UseCassette($"recorded-{round++}");
            var client = last.CreateClient();
            await Playing.GetAll(client, uris[..WarmUp]);
            return () => Playing.GetAll(client, uris);
        }));
    }

    /// <summary>Records requests after this many others. All rounds use one cassette.</summary>
    public static Task<Question> Behind(Tapes tapes, int behind)
    {
        HttpClient? client = null;
        return Of($"record/{behind}th", tapes, uris => new("betamax", async () =>
        {
            if (client is null)
            {
                client = tapes.Library.UseCassette("recorded-long").CreateClient();
                await Playing.GetAll(client, Enumerable.Range(0, behind).Select(number => uris[number % Requests]));
            }

            return () => Playing.GetAll(client, uris);
        }));
    }

    private static async Task<Question> Of(string name, Tapes tapes, Func<string[], Side> recording)
    {
        var server = await Server.Start();
        string[] uris = [.. Enumerable.Range(0, Requests).Select(number => server.Address + Exchanges.PathOf(number))];
        var bare = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        return new(
            name,
            Requests,
            new Side("floor", () => Task.FromResult(() => GetAllAndWrite(bare, uris, tapes.PathOf("written")))),
            recording(uris))
        {
            MostTime = 1.25,
        };
    }

    /// <summary>The cheapest way to have each answer on disk: writes the same number of bytes, and computes nothing.</summary>
    private static async Task GetAllAndWrite(HttpClient client, string[] uris, string path)
    {
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, options: FileOptions.DeleteOnClose);
        var line = new byte[LineLength];
        for (var number = 0; number < uris.Length; number++)
        {
            await client.GetByteArrayAsync(uris[number]);
            RandomAccess.Write(file, line, (long)number * LineLength);
        }
    }
}
