using Betamax.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Betamax.Extensions.Http.Tests;

public sealed class CurrentRecorderTests
{
    [Fact]
    public async Task A_client_that_was_made_before_follows_the_recorder_that_is_current_when_it_sends()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await using var provider = new ServiceCollection().AddBetamax().BuildServiceProvider();
        var client = provider.Client("api");

        foreach (var name in (string[])["first", "second"])
        {
            using var recorder = library.Use(name);
            await client.GetStringAsync(server.At("/" + name));
        }

        Assert.EndsWith("/first", Assert.Single(library.Load("first").Interactions).Request.Uri, StringComparison.Ordinal);
        Assert.EndsWith("/second", Assert.Single(library.Load("second").Interactions).Request.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flows_side_by_side_share_a_client_and_not_a_tape()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        var services = new ServiceCollection();
        services.AddHttpClient("api").AddBetamax();
        await using var provider = services.BuildServiceProvider();
        using var both = new Barrier(2);

        async Task Use(string name)
        {
            using var recorder = library.Use(name);
            Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30)));
            await provider.Client("api").GetStringAsync(server.At("/" + name));
            Assert.EndsWith("/" + name, Assert.Single(recorder.Cassette.Interactions).Request.Uri, StringComparison.Ordinal);
        }

        await Task.WhenAll(Task.Run(() => Use("a")), Task.Run(() => Use("b")));
    }

    [Fact]
    public async Task Without_a_recorder_a_request_passes()
    {
        await using var server = await LoopbackServer.Counting();

        Assert.Equal("1", await new ServiceCollection().AddBetamax().Get("api", server.Address));
    }

    [Fact]
    public async Task Without_a_recorder_a_request_is_refused_where_that_is_asked_for()
    {
        await using var server = await LoopbackServer.Counting();
        var services = new ServiceCollection().AddBetamax(NoRecorderBehavior.Refuse);

        var refusal = await Assert.ThrowsAsync<BetamaxException>(() => services.Get("api", server.At("/?api_key=s3cret")));

        Assert.StartsWith($"GET {server.At("/?api_key=<REDACTED>").OriginalString} was sent while no recorder was current", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("AddBetamax(recorder)", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task One_client_can_refuse_where_others_pass()
    {
        await using var server = await LoopbackServer.Counting();
        var services = new ServiceCollection().AddBetamax();
        services.AddHttpClient("strict").AddBetamax(NoRecorderBehavior.Refuse);
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<BetamaxException>(() => provider.Client("strict").GetStringAsync(server.Address));
        Assert.Equal("1", await provider.Client("other").GetStringAsync(server.Address));
    }

    [Fact]
    public void Arguments_that_are_missing_or_no_answer_are_named()
    {
        var services = new ServiceCollection();

        Assert.Equal("recorder", Assert.Throws<ArgumentNullException>(() => services.AddBetamax(null!)).ParamName);
        Assert.Equal("recorder", Assert.Throws<ArgumentNullException>(() => services.AddHttpClient("api").AddBetamax(null!)).ParamName);
        Assert.Equal("noRecorder", Assert.Throws<ArgumentOutOfRangeException>(() => services.AddBetamax((NoRecorderBehavior)7)).ParamName);
    }
}
