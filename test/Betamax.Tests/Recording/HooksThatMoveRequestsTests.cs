using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.Recording;

public sealed class HooksThatMoveRequestsTests
{
    [Fact]
    public async Task A_redirect_is_followed_after_a_hook_has_recorded_it_under_another_host()
    {
        using var library = new TemporaryLibrary();
        await using var server = await Redirecting();
        await using (var recorder = library.Use("a", new CassetteOptions { BeforeRecord = MoveTo("http://moved.test") }))
        {
            Assert.Equal(["the end"], await recorder.GetAll(server.At("/start")));
        }

        Assert.Equal(["http://moved.test/start", "http://moved.test/end"], library.Load("a").Interactions.Select(i => i.Response.Url));
        await PlaysWhole(library.Use("a", RecordMode.None));
    }

    [Fact]
    public async Task A_redirect_is_followed_after_a_hook_has_put_it_under_another_host_for_playback()
    {
        using var library = new TemporaryLibrary();
        await using var server = await Redirecting();
        await library.Record("a", RecordMode.Once, server.At("/start"));

        await PlaysWhole(library.Use("a", new CassetteOptions { BeforePlayback = MoveTo("http://moved.test") }));
    }

    [Fact]
    public async Task A_url_that_the_hook_sets_stays()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        var options = new CassetteOptions
        {
            BeforeRecord = i => new(new("GET", "http://moved.test/"), i.Response with { Url = "http://own.test/" }, i.RecordedAt),
        };

        await using (var recorder = library.Use("a", options))
        {
            await recorder.GetAll(server.At("/"));
        }

        Assert.Equal("http://own.test/", Assert.Single(library.Load("a").Interactions).Response.Url);
    }

    private static Task<LoopbackServer> Redirecting() => LoopbackServer.Answering(context =>
    {
        if (context.Request.Path == "/start")
        {
            context.Response.Redirect("/end");
            return Task.CompletedTask;
        }

        return context.Response.WriteAsync("the end");
    });

    private static Func<Interaction, Interaction?> MoveTo(string host) => interaction =>
        interaction with { Request = interaction.Request with { Uri = host + new Uri(interaction.Request.Uri).PathAndQuery } };

    private static async Task PlaysWhole(Recorder recorder)
    {
        using (recorder)
        {
            using var client = recorder.CreateClient();
            using var response = await client.GetAsync("http://moved.test/start");
            Assert.Equal("the end", await response.Content.ReadAsStringAsync());
            Assert.Equal(new Uri("http://moved.test/end"), response.RequestMessage!.RequestUri);
        }
    }
}
