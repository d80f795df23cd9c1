using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.Diagnostics;

public sealed class ObserverTests
{
    [Fact]
    public async Task An_observer_gets_the_outcome_of_each_request()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();

        Assert.Equal(
            [RequestOutcome.Recorded, RequestOutcome.Passed, RequestOutcome.Passed],
            await Outcomes(library.Use("told", Passing), server, "/a", "/ignored", "/dropped"));
        Assert.Equal([RequestOutcome.Played, RequestOutcome.Refused], await Outcomes(library.Use("told"), server, "/a", "/b"));
    }

    [Fact]
    public async Task An_observer_gets_the_interaction_without_secrets_its_index_and_its_times()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        var options = new CassetteOptions { Placeholders = [new("<NAME>", "alice")] };
        var handled = new List<HandledRequest>();
        var before = TimeProvider.System.GetUtcNow();
        for (var run = 0; run < 2; run++)
        {
            await using var recorder = library.Use("a", options);
            using var client = new HttpClient(recorder.CreateHandler(new SocketsHttpHandler(), handled.Add));
            await client.GetStringAsync(server.At("/first"));
            await client.GetStringAsync(server.At("/alice?token=t1"));
            await Assert.ThrowsAnyAsync<Exception>(() => client.GetStringAsync("http://[::1]:1/nobody"));
        }

        Assert.Equal(
            [RequestOutcome.Recorded, RequestOutcome.Recorded, RequestOutcome.NotRecorded, RequestOutcome.Played, RequestOutcome.Played, RequestOutcome.Refused],
            handled.Select(one => one.Outcome));
        Assert.Equal([null, null, null, 0, 1, null], handled.Select(one => one.Index));
        var onCassette = library.Load("a").Interactions;
        Assert.Equal([.. onCassette, null, .. onCassette, null], handled.Select(one => one.Interaction));
        Assert.EndsWith("/<NAME>?token=<REDACTED>", handled[4].Interaction!.Request.Uri, StringComparison.Ordinal);
        Assert.All(handled, one => Assert.InRange(one.SentAt, before, TimeProvider.System.GetUtcNow()));
        Assert.All(handled, one => Assert.InRange(one.Duration, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task A_request_that_fails_is_not_recorded_unless_failures_are()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.Equal([RequestOutcome.NotRecorded], await Outcomes(library.Use("lost"), server, "/a"));
        Assert.Equal(
            [RequestOutcome.Recorded], await Outcomes(library.Use("failure", new CassetteOptions { RecordFailures = true }), server, "/a"));
        Assert.Equal([RequestOutcome.Played], await Outcomes(library.Use("failure"), server, "/a"));
    }

    [Fact]
    public async Task A_handler_for_the_current_recorder_behaves_like_a_client_without_one()
    {
        await using var server = await LoopbackServer.Answering(context =>
        {
            if (context.Request.Path == "/")
            {
                context.Response.Redirect("/next");
            }

            return context.Response.WriteAsync("there");
        });
        List<HandledRequest> handled = [];
        using var client = new HttpClient(Recorder.CreateAmbientHandler(observer: handled.Add));

        Assert.Equal("there", await client.GetStringAsync(server.Address));
        Assert.Equal([$"GET {server.Address}: Passed", $"GET {server.At("/next")}: Passed"], handled.Select(one => $"{one}"));
        Assert.All(handled, one => Assert.Null(one.CassettePath));
    }

    [Fact]
    public async Task One_handler_uses_one_recorder_after_the_other()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        using var client = new HttpClient(Recorder.CreateAmbientHandler(new SocketsHttpHandler(), NoRecorderBehavior.Refuse));

        foreach (var name in (string[])["first", "second"])
        {
            using var recorder = library.Use(name);
            await client.GetStringAsync(server.Address);
            Assert.Single(recorder.Cassette.Interactions);
        }

        await Assert.ThrowsAsync<BetamaxException>(() => client.GetStringAsync(server.Address));
        Assert.Equal(2, server.Requests.Count);
    }

    private static CassetteOptions Passing { get; } = new()
    {
        Ignore = request => request.RequestUri!.AbsolutePath == "/ignored",
        BeforeRecord = interaction => interaction.Request.Uri.EndsWith("/dropped", StringComparison.Ordinal) ? null : interaction,
    };

    private static async Task<IReadOnlyList<RequestOutcome>> Outcomes(Recorder recorder, LoopbackServer server, params string[] paths)
    {
        List<HandledRequest> handled = [];
        using (recorder)
        {
            using var client = new HttpClient(recorder.CreateHandler(observer: handled.Add));
            foreach (var path in paths)
            {
                try
                {
                    await client.GetStringAsync(server.At(path));
                }
                catch (Exception fault) when (fault is BetamaxException or HttpRequestException)
                {
                }
            }
        }

        Assert.All(handled, one => Assert.Equal(recorder.CassettePath, one.CassettePath));
        return [.. handled.Select(one => one.Outcome)];
    }
}
