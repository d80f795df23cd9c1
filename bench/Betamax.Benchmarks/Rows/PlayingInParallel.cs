using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.Rows;

/// <summary>Many concurrent plays, on one thread per core.</summary>
internal static class PlayingInParallel
{
    public static Question Of(Tapes tapes, int plays)
    {
        string[] uris = [.. Enumerable.Range(0, plays).Select(Exchanges.UriOf)];
        var floor = new HttpClient(new DictionaryHandler(Playing.Answers(plays, Exchanges.UriOf)));
        var recorder = tapes.Player(tapes.Of(plays));
        var client = recorder.CreateClient();
        return new(
            $"parallel/{plays}", plays,
            Side.Of("floor", () => GetAllAtOnce(floor, uris)),
            Side.Of("betamax", () => GetAllAtOnce(client, uris)))
        {
            MostTime = 1.5,
        };
    }

    private static Task<byte[][]> GetAllAtOnce(HttpClient client, string[] uris) =>
        Task.WhenAll(uris.Select(uri => Task.Run(() => client.GetByteArrayAsync(uri))));
}
