using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.Recording;

public sealed class CurrentHandlerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_that_is_older_than_the_recorders_follows_each_in_turn(bool hasOwnHandler)
    {
        await using var server = await LoopbackServer.Counting();
        using var library = new TemporaryLibrary();
        using var client = new HttpClient(Recorder.CreateAmbientHandler(hasOwnHandler ? new SocketsHttpHandler() : null));

        Assert.Equal("1", await client.GetStringAsync(server.Address));
        foreach (var name in new[] { "a", "b" })
        {
            using var recorder = library.Use(name);
            await client.GetStringAsync(server.Address);
            await client.GetStringAsync(server.Address);
        }

        Assert.Equal("6", await client.GetStringAsync(server.Address));
        using (library.Use("b"))
        {
            Assert.Equal("4", await client.GetStringAsync(server.Address));
            using var response = client.Send(new HttpRequestMessage(HttpMethod.Get, server.Address));
            Assert.Equal("5", await response.Content.ReadAsStringAsync());
        }

        Assert.Equal(6, server.Requests.Count);
        Assert.Equal(["a.json", "b.json"], library.Files);
    }

    [Fact]
    public async Task Cookies_of_one_recorder_do_not_reach_the_next()
    {
        await using var server = await LoopbackServer.Answering(context =>
        {
            context.Response.Headers.SetCookie = "visited=yes";
            return context.Response.WriteAsync($"{context.Request.Headers.Cookie}");
        });
        using var library = new TemporaryLibrary();
        using var client = new HttpClient(Recorder.CreateAmbientHandler());

        foreach (var name in new[] { "a", "b" })
        {
            using var recorder = library.Use(name);
            Assert.Equal("", await client.GetStringAsync(server.Address));
            Assert.Equal("visited=yes", await client.GetStringAsync(server.Address));
        }
    }
}
