using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.AsLive;

public sealed class CompressionTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Grüße ", 1000)));

    private static readonly byte[] Gzipped = Compressed(stream => new GZipStream(stream, CompressionLevel.Fastest));

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task A_compressed_body_is_decoded_as_live(string coding, byte[] body, bool chunked) =>
        ThreeRuns.Agree(Sending(coding, body, chunked), GetAndHead);

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Exact_bytes_are_recorded_and_decoded_for_the_caller(string coding, byte[] body, bool chunked)
    {
        var tape = await ThreeRuns.Agree(Sending(coding, body, chunked), GetAndHead, new() { PreserveExactBodyBytes = true });

        Assert.Equal(body, tape.Interactions[0].Response.Body.Bytes.ToArray());
        Assert.Equal([coding], tape.Interactions[0].Response.Headers["Content-Encoding"]);
    }

    // A caller-supplied handler decodes the body before it is recorded. The cassette does not show that.
    [Fact]
    public Task Of_two_codings_only_the_last_is_decoded() =>
        ThreeRuns.Agree(
            Sending("br, gzip", Compressed(stream => new BrotliStream(new GZipStream(stream, CompressionLevel.Fastest), CompressionLevel.Fastest)), chunked: true),
            GetAndHead,
            wirings: [Wiring.Own, Wiring.Brought("defaults", () => new SocketsHttpHandler())]);

    [Fact]
    public async Task A_cassette_of_the_recorders_client_is_readable()
    {
        var tape = await ThreeRuns.Agree(Sending("gzip", Gzipped, chunked: false), GetAndHead);

        var response = tape.Interactions[0].Response;
        Assert.Equal(Encoding.UTF8.GetString(Text), response.Body.Text);
        Assert.False(response.Headers.ContainsKey("Content-Encoding"));
        Assert.False(response.Headers.ContainsKey("Content-Length"));
        Assert.Equal(["gzip, deflate, br"], tape.Interactions[0].Request.Headers["Accept-Encoding"]);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public Task A_body_that_is_not_what_it_claims_to_be_fails_as_live(string coding) =>
        ThreeRuns.Agree(
            Sending(coding, "This is plain text."u8.ToArray(), chunked: false),
            GetAndHead,
            new() { PreserveExactBodyBytes = true },
            [Wiring.Own]);

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_body_that_cannot_be_decoded_fails_as_live_while_recording_and_is_not_recorded(string coding)
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(Sending(coding, "This is plain text."u8.ToArray(), chunked: true));
        await using var recorder = library.Use("a");
        foreach (var style in Style.All)
        {
            var bare = new Caller(new HttpClient(Wiring.Own.Bare()), style);
            var recording = new Caller(new HttpClient(Wiring.Own.Recorded(recorder)), style);
            await bare.Get(server.Address);
            await recording.Get(server.Address);

            Assert.Contains("throws", bare.Seen, StringComparison.Ordinal);
            Assert.Equal(bare.Seen, recording.Seen);
        }

        Assert.Empty(recorder.Cassette.Interactions);
    }

    [Fact]
    public Task A_coding_that_the_caller_accepts_is_not_requested_twice() =>
        ThreeRuns.Agree(
            context => context.Response.WriteAsync($"{context.Request.Headers.AcceptEncoding}"),
            async (caller, server) =>
            {
                await caller.Get(server);
                await caller.Send("GET", server, null, ("Accept-Encoding", "br;q=0.5, gzip"));
                await caller.Send("GET", server, null, ("Accept-Encoding", "identity"));
            });

    public static TheoryData<string, byte[], bool> Bodies()
    {
        var bodies = new TheoryData<string, byte[], bool>();
        foreach (var chunked in new[] { false, true })
        {
            bodies.Add("gzip", Gzipped, chunked);
            if (Environment.Version.Major > 8)
            {
                // .NET 8 does not recognize this as gzip; the recorder does.
                bodies.Add("GZIP", Gzipped, chunked);
            }

            bodies.Add("deflate", Compressed(stream => new ZLibStream(stream, CompressionLevel.Fastest)), chunked);
            bodies.Add("deflate", Compressed(stream => new DeflateStream(stream, CompressionLevel.Fastest)), chunked);
            bodies.Add("br", Compressed(stream => new BrotliStream(stream, CompressionLevel.Fastest)), chunked);
            bodies.Add("zstd", [0x28, 0xB5, 0x2F, 0xFD, 0], chunked);
            bodies.Add("identity", Text, chunked);
            bodies.Add("gzip", [], chunked);
            bodies.Add("deflate", [], chunked);
            bodies.Add("br", [], chunked);
        }

        return bodies;
    }

    private static async Task GetAndHead(Caller caller, Uri server)
    {
        // A handler that decodes hides the length of the buffered content. The cassette does not show that it decoded.
        caller.SeesBufferedLength = false;
        await caller.Get(server);
        await caller.Send("HEAD", server);
    }

    private static RequestDelegate Sending(string coding, byte[] body, bool chunked) => async context =>
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.ContentEncoding = coding;
        context.Response.ContentLength = chunked ? null : body.Length;
        await context.Response.StartAsync();
        await context.Response.Body.WriteAsync(body);
    };

    private static byte[] Compressed(Func<Stream, Stream> coding)
    {
        var compressed = new MemoryStream();
        using (var stream = coding(compressed))
        {
            stream.Write(Text);
        }

        return compressed.ToArray();
    }
}
