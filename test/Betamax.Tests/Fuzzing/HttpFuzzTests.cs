using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace Betamax.Tests.Fuzzing;

/// <summary>
/// Damaged and hostile responses. The caller sees the same with and without a recorder, and playback repeats what was recorded.
/// </summary>
[Collection(nameof(HttpFuzzTests))]
[CollectionDefinition(nameof(HttpFuzzTests), DisableParallelization = true)] // It measures the allocations of the whole process.
public sealed class HttpFuzzTests : IDisposable
{
    private static readonly TimeSpan TakesAtMost = TimeSpan.FromMinutes(1);
    private const long AllocatedAtMost = 256 << 20;
    private readonly TemporaryLibrary _library = new();

    private static IReadOnlyList<byte[]> Originals { get; } =
    [
        Message("HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 5\r\n\r\nhello"),
        Message("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: T\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nT: 1\r\n\r\n"),
        Message("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
        Message("HTTP/1.0 404 Not Found\r\nSet-Cookie: a=b; Path=/\r\nSet-Cookie: c=\r\nX: \u00e9\r\n fold\r\n\r\nbody up to the end"),
        Message("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 204 No Content\r\nETag: \"x\"\r\n\r\n"),
        Message("HTTP/1.1 302 Found\r\nLocation: http://[\r\nContent-Length: 0\r\n\r\n"),
        Message("HTTP/1.1 301 Moved\r\nLocation: //\r\nContent-Length: 2\r\n\r\nxx"),
        Message("HTTP/1.1 200 \r\nContent-Type: text/plain; charset=nothing\r\nContent-Length: 3\r\n\r\n\u00ff\u00fe\u0000"),
        Message("HTTP/1.1 401 No\r\nWWW-Authenticate: Digest realm=\"\r\nContent-Length: -1\r\n\r\n"),
        Message(string.Concat(Enumerable.Repeat("HTTP/1.1 102 Wait\r\n\r\n", 300)) + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"),
        Message("HTTP/1.1 200 OK\r\nX: " + new string('x', 70_000) + "\r\n\r\n"),
        Message("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx\r\n"),
        Message("HTTP/1.1 999 \r\nContent-Length: 9223372036854775807\r\n\r\nshort"),
        Compressed("gzip", stream => new GZipStream(stream, CompressionLevel.Fastest)),
        Compressed("deflate", stream => new ZLibStream(stream, CompressionLevel.Fastest)),
        Compressed("br, gzip", stream => new BrotliStream(stream, CompressionLevel.Fastest)),
    ];

    [Fact]
    public async Task A_hostile_response_is_the_same_with_and_without_a_recorder_and_when_it_is_played()
    {
        await using var server = new HostileServer();
        await Task.Run(() => Fuzz.Check("response", Originals, bounded: 120, bytes => Holds(server, bytes).GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task A_response_that_has_failed_once_does_not_fail_again()
    {
        await using var server = new HostileServer();
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fuzzing", "Failed"), "response-*").Order())
        {
            await Holds(server, await File.ReadAllBytesAsync(path));
        }
    }

    public void Dispose() => _library.Dispose();

    private async Task Holds(HostileServer server, byte[] answer)
    {
        var (started, allocated) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
        server.Answer = answer;
        using var bare = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        var live = await Outcome(new HttpClient(bare), server.Address);

        File.Delete(_library.PathOf("a"));
        string recorded;
        Cassette tape;
        await using (var recorder = _library.Use("a", new CassetteOptions { Redaction = Redaction.None, Warn = _ => { } }))
        {
            using var around = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
            recorded = await Outcome(new HttpClient(recorder.CreateHandler(around)), server.Address);
            tape = recorder.Cassette;
        }

        Assert.Equal(live, recorded);
        if (tape.Interactions.Count > 0)
        {
            await using var player = _library.Use("a", RecordMode.None);
            using var silent = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
            var played = await Outcome(new HttpClient(player.CreateHandler(silent)), server.Address);
            Assert.Equal(live, played);
        }

        await FollowedAndDecoded(server);
        Assert.InRange(GC.GetTotalAllocatedBytes() - allocated, 0, AllocatedAtMost);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TakesAtMost);
    }

    // The recorder's client also decompresses, keeps cookies and follows redirects. It must play what it saw live.
    private async Task FollowedAndDecoded(HostileServer server)
    {
        File.Delete(_library.PathOf("b"));
        string live;
        Cassette tape;
        await using (var recorder = _library.Use("b", new CassetteOptions { Warn = _ => { } }))
        {
            live = await Outcome(recorder.CreateClient(), server.Address);
            tape = recorder.Cassette;
        }

        if (tape.Interactions.Count > 0)
        {
            await using var player = _library.Use("b", RecordMode.None);
            var played = await Outcome(player.CreateClient(), server.Address);
            if (!live.Contains("Exception", StringComparison.Ordinal))
            {
                Assert.Equal(WithoutHeaders(live), WithoutHeaders(played));
            }
        }
    }

    // Redaction changes some of the values.
    private static string WithoutHeaders(string outcome) => outcome.Split('\n')[0] + outcome.Split('\n')[^1];

    /// <summary>Returns what the caller sees: the response or the exception.</summary>
    private static async Task<string> Outcome(HttpClient client, Uri address)
    {
        using (client)
        {
            using var patience = new CancellationTokenSource(TakesAtMost);
            try
            {
                using var response = await client.GetAsync(address, patience.Token);
                var body = await response.Content.ReadAsByteArrayAsync(patience.Token);
                var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                    .Where(header => !header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                    .Select(header => $"{header.Key}: {string.Join(" | ", header.Value)}");
                return $"{(int)response.StatusCode} {response.ReasonPhrase}\n{string.Join('\n', headers)}\n{Convert.ToHexString(body)}";
            }
            catch (Exception fault) when (fault is HttpRequestException or InvalidDataException or UriFormatException or IOException)
            {
                // How much was read before the connection broke depends on timing.
                return $"{fault.GetType().Name}";
            }
        }
    }

    private static byte[] Message(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Compressed(string coding, Func<Stream, Stream> compress)
    {
        using var body = new MemoryStream();
        using (var stream = compress(body))
        {
            stream.Write(new byte[1 << 20]);
        }

        var bytes = body.ToArray();
        return [.. Message($"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\nContent-Length: {bytes.Length}\r\n\r\n"), .. bytes];
    }
}
