using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Peers;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.Rows;

/// <summary>Playing GETs of 2 KiB through <see cref="HttpClient"/>: the first of a tape again and again, the last, or all in sequence.</summary>
internal static class Playing
{
    private const int Plays = 1000;

    public static Question First(Tapes tapes, int length) =>
        Of($"play/{length}/first", tapes, length, Enumerable.Repeat(0, Plays));

    public static Question Last(Tapes tapes, int length) =>
        Of($"play/{length}/last", tapes, length, Enumerable.Repeat(length - 1, Plays));

    public static Question All(Tapes tapes, int length) =>
        Of($"play/{length}/all", tapes, length, Enumerable.Range(0, length));

    public static Question WithQuery(Tapes tapes, int length) =>
        Of($"play-query/{length}", tapes, tapes.Of(length, Tapes.GetPage, "page"), length, Enumerable.Range(0, length), Exchanges.PageUriOf);

    public static async Task GetAll(HttpClient client, IEnumerable<string> uris)
    {
        foreach (var uri in uris)
        {
            await client.GetByteArrayAsync(uri);
        }
    }

    public static Dictionary<string, byte[]> Answers(int length, Func<int, string> uriOf) =>
        Enumerable.Range(0, length).ToDictionary(uriOf, Exchanges.BodyOf);

    private static Question Of(string name, Tapes tapes, int length, IEnumerable<int> numbers) =>
        Of(name, tapes, tapes.Of(length), length, numbers, Exchanges.UriOf);

    private static Question Of(
        string name, Tapes tapes, string tape, int length, IEnumerable<int> numbers, Func<int, string> uriOf)
    {
        string[] uris = [.. numbers.Select(uriOf)];
        var floor = new HttpClient(new DictionaryHandler(Answers(length, uriOf)));
        List<Side> others = [Player(tapes, tape, uris)];
        if (length <= MockHttp.MostAnswers)
        {
            var mock = MockHttp.ClientOf(Enumerable.Range(0, length).Select(uriOf));
            others.Add(Side.Of("MockHttp", () => GetAll(mock, uris)));
        }

        return new(name, uris.Length, new Side("floor", () => Task.FromResult(() => GetAll(floor, uris))), others)
        {
            MostTime = 1.5,
            MostBytesMore = 1024,
        };
    }

    /// <summary>Each round has a tape of its own, with the first play, which builds the index, behind it.</summary>
    private static Side Player(Tapes tapes, string tape, string[] uris)
    {
        Recorder? last = null;
        return new("betamax", async () =>
        {
            last?.Dispose();
            last = tapes.Player(tape);
            var client = last.CreateClient();
            await client.GetByteArrayAsync(uris[0]);
            return () => GetAll(client, uris);
        });
    }
}
