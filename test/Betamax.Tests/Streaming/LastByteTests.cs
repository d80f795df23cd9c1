using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Betamax.Tests.Streaming;

public sealed class LastByteTests
{
    [Theory]
    [InlineData(HttpProtocols.Http1, "1.1", 6)]
    [InlineData(HttpProtocols.Http1, "1.1", 2)]
    [InlineData(HttpProtocols.Http2, "2.0", 6)]
    [InlineData(HttpProtocols.Http2, "2.0", 2)]
    public async Task A_reader_that_knows_the_length_need_not_read_to_the_end(HttpProtocols protocol, string version, int read)
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Start(app => app.Run(Answer), protocol);
        await using (var recorder = library.Use("a"))
        {
            using var client = recorder.CreateClient();
            using var request = new HttpRequestMessage(HttpMethod.Get, server.At("/"))
            {
                Version = Version.Parse(version),
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };

            // Many callers dispose only the response, which disposes its stream.
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await (await response.Content.ReadAsStreamAsync()).ReadExactlyAsync(new byte[read]);
        }

        Assert.Equal("abcdef", Assert.Single(library.Load("a").Interactions).Response.Body.Text);
    }

    private static Task Answer(HttpContext context)
    {
        context.Response.ContentLength = 6;
        return context.Response.WriteAsync("abcdef");
    }
}
