using Betamax.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Betamax.Extensions.Http.Tests;

public sealed class ClientTests
{
    [Fact]
    public async Task A_named_client_is_recorded_and_played()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();

        foreach (var run in (string[])["recorded", "played"])
        {
            using var recorder = library.Use("named");
            var services = new ServiceCollection();
            services.AddHttpClient("api").AddBetamax(recorder);
            Assert.Equal("1", await services.Get("api", server.Address));
        }

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_typed_client_is_recorded_and_played()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();

        foreach (var run in (string[])["recorded", "played"])
        {
            using var recorder = library.Use("typed");
            var services = new ServiceCollection();
            services.AddHttpClient<TypedClient>(client => client.BaseAddress = server.Address).AddBetamax(recorder);
            await using var provider = services.BuildServiceProvider();
            Assert.Equal("1", await provider.GetRequiredService<TypedClient>().Get());
        }

        Assert.Single(server.Requests);
    }

#if NET10_0_OR_GREATER
    [Fact]
    public async Task A_keyed_client_is_recorded_and_played()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();

        foreach (var run in (string[])["recorded", "played"])
        {
            using var recorder = library.Use("keyed");
            var services = new ServiceCollection();
            services.AddHttpClient("api").AddBetamax(recorder).AddAsKeyed();
            await using var provider = services.BuildServiceProvider();
            await using var scope = provider.CreateAsyncScope();
            Assert.Equal("1", await scope.ServiceProvider.GetRequiredKeyedService<HttpClient>("api").GetStringAsync(server.Address));
        }

        Assert.Single(server.Requests);
    }
#endif

    [Fact]
    public async Task A_client_beside_it_is_left_alone()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        using var recorder = library.Use("beside");
        var services = new ServiceCollection();
        services.AddHttpClient("on tape").AddBetamax(recorder);
        services.AddHttpClient("beside");

        await services.Get("beside", server.Address);

        Assert.Empty(recorder.Cassette.Interactions);
    }

    [Fact]
    public async Task One_recorder_holds_for_every_client_of_a_container_early_or_late()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        using var recorder = library.Use("all");
        var services = new ServiceCollection();
        services.AddHttpClient("early");
        services.AddBetamax(recorder);
        services.AddHttpClient("late");
        await using var provider = services.BuildServiceProvider();

        foreach (var name in (string[])["early", "late", "never named"])
        {
            await provider.Client(name).GetStringAsync(server.At("/" + name.Replace(' ', '-')));
        }

        Assert.Equal(
            ["/early", "/late", "/never-named"], recorder.Cassette.Interactions.Select(one => new Uri(one.Request.Uri).AbsolutePath));
    }

    [Fact]
    public async Task The_last_AddBetamax_that_concerns_a_client_holds_and_no_request_is_on_two_tapes()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        using var outer = library.Use("outer");
        using var own = library.Use("own");
        var services = new ServiceCollection();
        services.AddBetamax(outer);
        services.AddHttpClient("api").AddBetamax(own);

        await services.Get("api", server.Address);

        Assert.Empty(outer.Cassette.Interactions);
        Assert.Single(own.Cassette.Interactions);
    }

    [Fact]
    public async Task It_can_stand_in_the_defaults_of_all_clients()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        using var recorder = library.Use("defaults");
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(client => client.AddBetamax(recorder));

        await services.Get("api", server.Address);

        Assert.Single(recorder.Cassette.Interactions);
    }

    [Fact]
    public async Task A_synchronous_request_goes_by_the_tape_too()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        using var recorder = library.Use("synchronous");
        var services = new ServiceCollection();
        services.AddHttpClient("api").AddBetamax(recorder);
        await using var provider = services.BuildServiceProvider();

        using var response = provider.Client("api").Send(new HttpRequestMessage(HttpMethod.Get, server.Address));

        Assert.Single(recorder.Cassette.Interactions);
    }

    private sealed class TypedClient(HttpClient client)
    {
        public Task<string> Get() => client.GetStringAsync("/");
    }
}
