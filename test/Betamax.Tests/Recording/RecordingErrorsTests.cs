using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.Recording;

/// <summary>Recording does not change what its caller sees: an error in it is thrown at eject.</summary>
public sealed class RecordingErrorsTests
{
    private readonly InvalidOperationException _error = new("the hook is broken");

    [Fact]
    public async Task A_hook_that_throws_is_an_error_at_eject_and_everything_else_is_saved()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        List<RequestOutcome> outcomes = [];
        var recorder = library.Use("a", new CassetteOptions
        {
            BeforeRecord = interaction => interaction.Request.Uri.EndsWith("/bad", StringComparison.Ordinal) ? throw _error : interaction,
        });
        using var client = new HttpClient(recorder.CreateHandler(new SocketsHttpHandler(), handled => outcomes.Add(handled.Outcome)));

        Assert.Equal("1", await client.GetStringAsync(server.At("/good")));
        Assert.Equal("2", await client.GetStringAsync(server.At("/bad")));
        Assert.Equal("3", await client.GetStringAsync(server.At("/bad")));
        var fault = Assert.Throws<BetamaxException>(recorder.Eject);

        Assert.Same(_error, fault.InnerException);
        Assert.StartsWith("2 interactions were not recorded", fault.Message, StringComparison.Ordinal);
        Assert.Equal([RequestOutcome.Recorded, RequestOutcome.NotRecorded, RequestOutcome.NotRecorded], outcomes);
        Assert.Equal(server.At("/good").AbsoluteUri, Assert.Single(library.Load("a").Interactions).Request.Uri);
        recorder.Eject();
    }

    [Fact]
    public async Task A_hook_that_throws_does_not_disturb_a_read_that_has_no_body_or_fails()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        var recorder = library.Use("a", new CassetteOptions { BeforeRecord = _ => throw _error, RecordFailures = true });

        await Assert.ThrowsAsync<HttpRequestException>(() => recorder.GetAll(server.Address));

        Assert.Same(_error, (await Assert.ThrowsAsync<BetamaxException>(recorder.EjectAsync)).InnerException);
        Assert.False(library.Has("a"));
    }

    [Fact]
    public async Task An_observer_that_throws_does_not_disturb_a_read()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        var recorder = library.Use("a");
        using var client = new HttpClient(recorder.CreateHandler(new SocketsHttpHandler(), _ => throw _error));

        Assert.Equal("1", await client.GetStringAsync(server.Address));

        Assert.Same(_error, Assert.Throws<BetamaxException>(recorder.Eject).InnerException);
        Assert.Single(library.Load("a").Interactions);
    }

    [Fact]
    public async Task A_warning_that_throws_does_not_disturb_a_caller_that_leaves_a_response()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(context => context.Response.WriteAsync(new string('x', 1_000_000)));
        var recorder = library.Use("a", new CassetteOptions { Warn = _ => throw _error });
        using var client = recorder.CreateClient();

        (await client.GetAsync(server.Address, HttpCompletionOption.ResponseHeadersRead)).Dispose();

        Assert.Same(_error, Assert.Throws<BetamaxException>(recorder.Eject).InnerException);
    }
}
