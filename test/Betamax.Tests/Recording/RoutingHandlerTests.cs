namespace Betamax.Tests.Recording;

public sealed class RoutingHandlerTests
{
    [Fact]
    public async Task Each_request_uses_the_recorder_that_is_chosen_for_it()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        for (var run = 0; run < 2; run++)
        {
            await using var users = library.Use("users");
            await using var orders = library.Use("orders");
            using var client = new HttpClient(Recorder.CreateRoutingHandler(request => request.RequestUri!.AbsolutePath switch
            {
                "/users" => users,
                "/orders" => orders,
                _ => null,
            }));

            Assert.Equal("1", await client.GetStringAsync(server.At("/users")));
            Assert.Equal("2", await client.GetStringAsync(server.At("/orders")));
            Assert.Equal($"{run + 3}", await client.GetStringAsync(server.At("/health")));
        }

        Assert.EndsWith("/users", Assert.Single(library.Load("users").Interactions).Request.Uri, StringComparison.Ordinal);
        Assert.EndsWith("/orders", Assert.Single(library.Load("orders").Interactions).Request.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_a_recorder_can_be_refused()
    {
        using var client = new HttpClient(Recorder.CreateRoutingHandler(_ => null, noRecorder: NoRecorderBehavior.Refuse));

        await Assert.ThrowsAsync<BetamaxException>(() => client.GetStringAsync("http://host/"));
    }
}
