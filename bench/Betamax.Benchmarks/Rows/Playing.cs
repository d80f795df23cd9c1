using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Peers;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.Rows;

/// <summary>Playing GETs of 2 KiB through <see cref="HttpClient"/>: always the first recording, always the last, or all in sequence.</summary>
internal static class Playing
{
    private const int Plays = 1000;

    public static Question First(Tapes tapes, int length) => OfOne($"play/{length}/first", tapes, length, 0);

    public static Question Last(Tapes tapes, int length) => OfOne($"play/{length}/last", tapes, length, length - 1);

    public static Question All(Tapes tapes, int length) => OfAll($"play/{length}/all", tapes, tapes.Of(length), length, Exchanges.UriOf);

    public static Question WithQuery(Tapes tapes, int length) =>
        OfAll($"play-query/{length}", tapes, tapes.Of(length, Tapes.GetPage, "page"), length, Exchanges.PageUriOf);

    public static async Task GetAll(HttpClient client, IEnumerable<string> uris)
    {
        foreach (var uri in uris)
        {
            await client.GetByteArrayAsync(uri);
        }
    }

    public static Dictionary<string, byte[]> Answers(int length, Func<int, string> uriOf) =>
        Enumerable.Range(0, length).ToDictionary(uriOf, Exchanges.BodyOf);

    /// <summary>Plays one recording repeatedly.</summary>
    private static Question OfOne(string name, Tapes tapes, int length, int number)
    {
        string[] uris = [.. Enumerable.Repeat(Exchanges.UriOf(number), Plays)];
        var client = tapes.Player(tapes.Of(length)).CreateClient();
        return Of(name, length, uris, Exchanges.UriOf, work => Side.Of("floor", work), Side.Of("betamax", () => GetAll(client, uris)));
    }

    /// <summary>Plays each recording once. Each round has its own recorder, and its first play, which builds the index, is not measured.</summary>
    private static Question OfAll(string name, Tapes tapes, string tape, int length, Func<int, string> uriOf)
    {
        string[] uris = [.. Enumerable.Range(0, length).Select(uriOf)];
        Recorder? last = null;
        return Of(name, length, uris, uriOf, work => new("floor", () => Task.FromResult(work)), new Side("betamax", async () =>
        {
            last?.Dispose();
            last = tapes.Player(tape);
            var client = last.CreateClient();
            await client.GetByteArrayAsync(uris[0]);
            return () => GetAll(client, uris);
        }));
    }

    private static Question Of(
        string name, int length, string[] uris, Func<int, string> uriOf, Func<Func<Task>, Side> floorOf, Side betamax)
    {
        var floor = new HttpClient(new DictionaryHandler(Answers(length, uriOf)));
        List<Side> others = [betamax];
        if (length <= MockHttp.MostAnswers)
        {
            var mock = MockHttp.ClientOf(Enumerable.Range(0, length).Select(uriOf));
            others.Add(Side.Of("MockHttp", () => GetAll(mock, uris)));
        }

        return new(name, uris.Length, floorOf(() => GetAll(floor, uris)), others)
        {
            MostTime = 1.5,
            MostBytesMore = 1024,
        };
    }
}
