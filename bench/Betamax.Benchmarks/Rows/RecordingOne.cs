using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.Rows;

/// <summary>Recording GETs of 2 KiB from Kestrel on loopback, with journal, redaction and leak scan, on a new tape or a long one.</summary>
internal static class RecordingOne
{
    private const int Requests = 500;

    public static async Task<Question> Of(Tapes tapes, int behind, string which)
    {
        var server = await Server.Start();
        string[] uris = [.. Enumerable.Range(0, Requests).Select(number => server.Address + Exchanges.PathOf(number))];
        var bare = new HttpClient(new SocketsHttpHandler());
        Recorder? last = null;
        return new(
            $"record/{which}", Requests,
            Side.Of("floor", () => Playing.GetAll(bare, uris)),
            new Side("betamax", async () =>
            {
                last?.Dispose();
                var name = $"recorded-{which}";
                File.Delete(tapes.PathOf(name));
                last = tapes.Library.UseCassette(name);
                var client = last.CreateClient();
                await Playing.GetAll(client, Enumerable.Range(0, Math.Max(1, behind)).Select(number => uris[number % Requests]));
                return () => Playing.GetAll(client, uris);
            }))
        {
            MostTime = 1.15,
        };
    }
}
