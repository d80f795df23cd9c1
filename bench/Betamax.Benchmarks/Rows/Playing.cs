using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.Rows;

/// <summary>Playing one GET of 2 KiB through <see cref="HttpClient"/>: the first of a tape, the last, and all in sequence.</summary>
internal static class Playing
{
    private const int Plays = 1000;

    public static Question Repeated(Tapes tapes, int length, int number, string which)
    {
        string[] uris = [.. Enumerable.Repeat(Exchanges.UriOf(number), Plays)];
        var floor = new HttpClient(new DictionaryHandler(Answers(length)));
        var recorder = tapes.Library.UseCassette(
            tapes.Of(length), o => o with { RecordMode = RecordMode.None, AllowPlaybackRepeats = true });
        var client = recorder.CreateClient();
        return Bounded(new(
            $"play/{length}/{which}", Plays,
            Side.Of("floor", () => GetAll(floor, uris)),
            Side.Of("betamax", () => GetAll(client, uris))));
    }

    public static Question Sequence(Tapes tapes, int length)
    {
        string[] uris = [.. Enumerable.Range(0, length).Select(Exchanges.UriOf)];
        var floor = new HttpClient(new DictionaryHandler(Answers(length)));
        var name = tapes.Of(length);
        return Bounded(new(
            $"play/{length}/all", length,
            Side.Of("floor", () => GetAll(floor, uris)),
            new Side("betamax", async () =>
            {
                // Each can be played once only. One more, to have loaded what is loaded at the first.
                var recorder = tapes.Library.UseCassette(name, o => o with { RecordMode = RecordMode.None, AllowPlaybackRepeats = true });
                var client = recorder.CreateClient();
                await client.GetByteArrayAsync(uris[0]);
                return () => GetAll(client, uris);
            })));
    }

    public static async Task GetAll(HttpClient client, IEnumerable<string> uris)
    {
        foreach (var uri in uris)
        {
            await client.GetByteArrayAsync(uri);
        }
    }

    public static Dictionary<string, byte[]> Answers(int length) =>
        Enumerable.Range(0, length).ToDictionary(Exchanges.UriOf, Exchanges.BodyOf);

    private static Question Bounded(Question question) => question with { MostTime = 1.5, MostBytesMore = 1024 };
}
