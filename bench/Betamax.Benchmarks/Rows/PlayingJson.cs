using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.Rows;

/// <summary>Playing POSTs to one URI that only their JSON bodies of 2 KiB tell apart.</summary>
internal static class PlayingJson
{
    private const int Plays = 1000;
    private const string Uri = Exchanges.Host + "/search";

    public static Question Of(Tapes tapes, int length)
    {
        var bodies = Enumerable.Range(0, Plays).Select(play => Exchanges.BodyOf(play % length)).ToArray();
        var name = tapes.Of(length, Post, "post");
        var floor = new HttpClient(new HashingHandler(length));
        var recorder = tapes.Library.UseCassette(name, o => o with
        {
            RecordMode = RecordMode.None,
            AllowPlaybackRepeats = true,
            MatchRequestsOn = [RequestMatchers.Method, RequestMatchers.Uri, RequestMatchers.JsonBody],
        });
        var client = recorder.CreateClient();
        return new(
            $"play-json/{length}", Plays,
            Side.Of("floor", () => PostAll(floor, bodies)),
            Side.Of("betamax", () => PostAll(client, bodies)))
        {
            MostTime = 2,
        };
    }

    private static async Task PostAll(HttpClient client, byte[][] bodies)
    {
        foreach (var body in bodies)
        {
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var response = await client.PostAsync(Uri, content);
            await response.Content.ReadAsByteArrayAsync();
        }
    }

    private static RecordedRequest Post(int number) => new("POST", Uri)
    {
        Headers = RecordedHeaders.Empty.With("Content-Type", "application/json").With("Content-Length", $"{Exchanges.BodyLength}"),
        Body = RecordedBody.FromText(System.Text.Encoding.UTF8.GetString(Exchanges.BodyOf(number))),
    };

    /// <summary>The floor: parses the JSON, and looks up the answer by a hash over its values.</summary>
    private sealed class HashingHandler(int length) : HttpMessageHandler
    {
        private readonly Dictionary<string, byte[]> _answers =
            Enumerable.Range(0, length).ToDictionary(number => KeyOf(Exchanges.BodyOf(number)), Exchanges.BodyOf);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            DictionaryHandler.Answer(request, _answers[KeyOf(await request.Content!.ReadAsByteArrayAsync(cancellationToken))]);

        private static string KeyOf(byte[] json)
        {
            using var document = JsonDocument.Parse(json);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            Add(document.RootElement, hash);
            return Convert.ToHexString(hash.GetHashAndReset());
        }

        private static void Add(JsonElement element, IncrementalHash hash)
        {
            hash.AppendData([(byte)element.ValueKind]);
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var member in element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                    {
                        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(member.Name));
                        Add(member.Value, hash);
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (var item in element.EnumerateArray())
                    {
                        Add(item, hash);
                    }

                    break;
                default:
                    hash.AppendData(System.Text.Encoding.UTF8.GetBytes(element.ToString()));
                    break;
            }
        }
    }
}
