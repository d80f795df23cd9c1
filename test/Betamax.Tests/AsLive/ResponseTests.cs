using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Betamax.Tests.AsLive;

public sealed class ResponseTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(204)]
    [InlineData(205)]
    [InlineData(206)]
    [InlineData(299)]
    [InlineData(304)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(418)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(599)]
    public Task Each_status_is_played_with_its_body(int status) =>
        ThreeRuns.Agree(
            async context =>
            {
                context.Response.StatusCode = status;
                context.Response.Headers.ETag = "\"1\"";
                if (status is not (204 or 205 or 304))
                {
                    await context.Response.WriteAsync("body");
                }
            },
            async (caller, server) =>
            {
                await caller.Get(server);
                await caller.Send("HEAD", server);
                await caller.Send("PUT", server, new StringContent("x"));
            });

    [Theory]
    [InlineData("HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 Ça va très bien!\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 404 OK  then \r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 999 Beyond\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nuntil the connection is closed")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfour and more")]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfour")]
    public Task Odd_but_valid_responses_are_played_unchanged(string response) =>
        ThreeRuns.Agree(response, (caller, server) => caller.Get(server));

    [Theory]
    [InlineData("X-Empty:\r\nX-Blank:   \r\nX-Padded:   value\t \r\n")]
    [InlineData("X-Same: 1\r\nx-same: 2\r\nX-SAME: 3, 4\r\nX-Other: 5\r\nX-Same: 6\r\n")]
    [InlineData("X-Latin: é ü ÿ\r\nX-Utf: Ã©\r\n")]
    [InlineData("X-Quoted: \"a, b\", c\r\nX-Semicolons: ;;a=b;\r\n!#$%&'*+-.^_`|~: token\r\n")]
    [InlineData("Content-Type: no type\r\nLast-Modified: yesterday\r\nExpires: -1\r\nETag: bare\r\nAge: old\r\n")]
    [InlineData("Content-Type: text/html\r\nContent-Type: text/plain\r\nAllow: GET\r\nAllow: HEAD\r\n")]
    [InlineData("Content-Security-Policy: default-src 'self'\r\nContent-Own: 1\r\ncontent-md5: x\r\nUser-Agent: server\r\n")]
    [InlineData("Content-Disposition: attachment; filename=\"Ã©.txt\"\r\nContent-MD5: x\r\nContent-Language: de, en\r\n")]
    [InlineData("WWW-Authenticate: Basic realm=\"a, b\"\r\nWWW-Authenticate: Digest\r\nVia: 1.1 a, 1.1 b\r\nVary: *\r\nWarning: odd\r\n")]
    [InlineData("Link: <a>; rel=\"next\", <b>; rel=last\r\nCache-Control: max-age=1, private=\"a,b\"\r\nServer: a/1 (b) c\r\nRetry-After: soon\r\n")]
    public Task Headers_are_played_unchanged(string headers) =>
        ThreeRuns.Agree($"HTTP/1.1 200 OK\r\n{headers}Content-Length: 4\r\n\r\nbody", async (caller, server) =>
        {
            await caller.Get(server);
            using var response = await caller.Client.GetAsync(server);
            caller.Note($"{response.Headers}{response.Content.Headers}{response.Content.Headers.ContentType?.CharSet}");
        });

    [Fact]
    public Task Many_headers_are_played() =>
        ThreeRuns.Agree(
            context =>
            {
                for (var number = 0; number < 200; number++)
                {
                    context.Response.Headers[$"X-{number}"] = new string('v', number);
                }

                return Task.CompletedTask;
            },
            (caller, server) => caller.Get(server));

    [Theory]
    [InlineData("utf-8", "Grüße 😀")]
    [InlineData("iso-8859-1", "Grüße")]
    [InlineData("windows-1252", "Grüße")]
    [InlineData("utf-16", "Grüße 😀")]
    [InlineData("utf-8", "\uFEFFmarked")]
    [InlineData("no-such-charset", "text")]
    public Task Text_is_played_in_its_charset(string charset, string text)
    {
        var encoding = charset switch
        {
            "utf-16" => Encoding.Unicode,
            "iso-8859-1" or "windows-1252" => Encoding.Latin1,
            _ => Encoding.UTF8,
        };
        return ThreeRuns.Agree(Sending(encoding.GetBytes(text), $"text/plain; charset={charset}"), async (caller, server) =>
        {
            await caller.Get(server);
            var read = await Record.ExceptionAsync(async () => caller.Note(await caller.Client.GetStringAsync(server)));
            caller.Note($"{read?.GetType()}");
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(5_000_000)]
    public Task Bytes_are_played(int count)
    {
        var bytes = new byte[count];
        new Random(1).NextBytes(bytes);
        return ThreeRuns.Agree(Sending(bytes, "image/png"), (caller, server) => caller.Get(server), wirings: [Wiring.Own, Wiring.All[1]]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_body_that_arrives_in_pieces_is_played_completely(bool hasLength) =>
        ThreeRuns.Agree(
            async context =>
            {
                context.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
                context.Response.ContentLength = hasLength ? 50 : null;
                for (var piece = 0; piece < 10; piece++)
                {
                    await context.Response.WriteAsync("piece");
                    await context.Response.Body.FlushAsync();
                    await Task.Yield();
                }
            },
            (caller, server) => caller.Get(server));

    private static RequestDelegate Sending(byte[] bytes, string type) => async context =>
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes);
    };
}
