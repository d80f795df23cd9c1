using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.AsLive;

public sealed class RequestTests
{
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_kind_of_body_reaches_the_server_as_without_a_recorder(string kind)
    {
        var tape = await ThreeRuns.Agree(Echo, (caller, server) => caller.Send("POST", server, Content(kind)));

        var echoed = tape.Interactions[0].Response.Body.Text!;
        Assert.EndsWith("\n" + Encoding.Latin1.GetString(tape.Interactions[0].Request.Body.Bytes.Span), echoed, StringComparison.Ordinal);
    }

    [Fact]
    public Task Uploads_may_be_chunked_or_wait_for_the_status_100() =>
        ThreeRuns.Agree(Echo, async (caller, server) =>
        {
            var chunked = new HttpRequestMessage(HttpMethod.Post, server) { Content = Content("string") };
            chunked.Headers.TransferEncodingChunked = true;
            await caller.Send(chunked);
            var expecting = new HttpRequestMessage(HttpMethod.Post, server) { Content = Content("string") };
            expecting.Headers.ExpectContinue = true;
            await caller.Send(expecting);
        });

    [Fact]
    public Task Headers_reach_the_server_as_without_a_recorder() =>
        ThreeRuns.Agree(Echo, (caller, server) => caller.Send(
            "PROPFIND", server, Content("bytes"), ("X-Odd", " a,b ; \"c"), ("User-Agent", "not (a product"), ("Accept", "*/*;q=x"), ("X-Empty", "")));

    [Theory]
    [InlineData("/a b?c d=é&f=%C3%A9+g#h i")]
    [InlineData("/%2F/./../%7Euser?")]
    [InlineData("//double//slash?a&&b=")]
    public Task Uris_reach_the_server_as_without_a_recorder(string uri) =>
        ThreeRuns.Agree(Echo, (caller, server) => caller.Get(new($"{server.GetLeftPart(UriPartial.Authority)}{uri}")));

    public static TheoryData<string> Kinds =>
        ["none", "empty", "string", "bytes", "all bytes", "json", "form", "multipart", "stream", "stream that cannot seek", "written", "written with length"];

    private static HttpContent? Content(string kind) => kind switch
    {
        "none" => null,
        "empty" => new ByteArrayContent([]),
        "string" => new StringContent("Grüße", Encoding.UTF8, "text/plain"),
        "bytes" => new ByteArrayContent([0, 1, 2]),
        "all bytes" => new ByteArrayContent([.. Enumerable.Range(0, 256).Select(number => (byte)number)]),
        "json" => JsonContent.Create(new Dictionary<string, int> { ["a"] = 1 }),
        "form" => new FormUrlEncodedContent([new("a", "1 2"), new("b", "é&")]),
        "multipart" => new MultipartFormDataContent("boundary")
        {
            { new StringContent("value"), "field" },
            { new ByteArrayContent([0, 255]), "file", "é.bin" },
        },
        "stream" => new StreamContent(new MemoryStream("from a stream"u8.ToArray())),
        "stream that cannot seek" => new StreamContent(new OneWayStream("one way"u8.ToArray())),
        "written" => new WrittenContent(length: null),
        _ => new WrittenContent(length: 12),
    };

    /// <summary>Returns everything that it has received.</summary>
    private static async Task Echo(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        await context.Response.WriteAsync($"{context.Request.Method} {context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget}\n");
        foreach (var (name, values) in context.Request.Headers.OrderBy(header => header.Key))
        {
            await context.Response.WriteAsync($"{name}: {values}\n");
        }

        await context.Response.WriteAsync("\n");
        await context.Response.WriteAsync(Encoding.Latin1.GetString(body.ToArray()));
    }

    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    /// <summary>Content that is written in pieces, while it is sent.</summary>
    private sealed class WrittenContent(long? length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("writt"u8.ToArray());
            await stream.FlushAsync();
            await stream.WriteAsync("en late"u8.ToArray());
        }

        protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            stream.Write("writt"u8);
            stream.Flush();
            stream.Write("en late"u8);
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length ?? 0;
            return length is not null;
        }
    }
}
