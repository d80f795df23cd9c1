namespace Betamax.Tests.Recording;

public sealed class CurrentRecorderHandlerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_that_is_older_than_the_recorders_follows_each_in_turn(bool hasOwnHandler)
    {
        await using var server = await LoopbackServer.Counting();
        using var library = new TemporaryLibrary();
        using var client = new HttpClient(new CurrentRecorderHandler(hasOwnHandler ? new SocketsHttpHandler() : null));

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
}
