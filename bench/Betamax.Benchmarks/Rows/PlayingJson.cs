using System.Net.Http.Headers;
using System.Text;
using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.Rows;

/// <summary>Playing POSTs to one URI that differ only in their JSON bodies of 2 KiB.</summary>
internal static class PlayingJson
{
    private const int Plays = 1000;
    private const string Uri = Exchanges.Host + "/search";

    public static Question Of(Tapes tapes, int length)
    {
        var bodies = Enumerable.Range(0, Plays).Select(play => Exchanges.BodyOf(play % length)).ToArray();
        var floor = new HttpClient(new JsonHashHandler(length));
        var client = Player(tapes, length).CreateClient();
        return new(
            $"play-json/{length}", Plays,
            Side.Of("floor", () => PostAll(floor, bodies)),
            Side.Of("betamax", () => PostAll(client, bodies)))
        {
            MostTime = 2,
        };
    }

    public static Recorder Player(Tapes tapes, int length) => tapes.Player(
        tapes.Of(length, RecordedPost, "post"), RequestMatchers.Method, RequestMatchers.Uri, RequestMatchers.JsonBody);

    public static async Task Post(HttpClient client, byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await client.PostAsync(Uri, content);
        await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task PostAll(HttpClient client, byte[][] bodies)
    {
        foreach (var body in bodies)
        {
            await Post(client, body);
        }
    }

    private static RecordedRequest RecordedPost(int number) => new("POST", Uri)
    {
        Headers = RecordedHeaders.Empty.With("Content-Type", "application/json").With("Content-Length", $"{Exchanges.BodyLength}"),
        Body = RecordedBody.FromText(Encoding.UTF8.GetString(Exchanges.BodyOf(number))),
    };
}
