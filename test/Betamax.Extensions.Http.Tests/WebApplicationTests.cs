using Betamax.Tests;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Betamax.Extensions.Http.Tests;

/// <summary>An ASP.NET Core application in a test: its outgoing requests use the cassette of the test that called it.</summary>
public sealed class WebApplicationTests
{
    [Fact]
    public async Task What_an_application_asks_for_is_recorded_and_played()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();

        foreach (var run in (string[])["recorded", "played"])
        {
            using var recorder = library.Use("application");
            await using var application = Application.With(server.Address, services => services.AddBetamax());
            Assert.Equal("1", await application.CreateClient().GetStringAsync("/a"));
        }

        Assert.Equal(["GET /a"], server.Requests);
    }

    [Fact]
    public async Task An_application_that_is_shared_by_tests_follows_the_cassette_of_each()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await using var application = Application.With(server.Address, services => services.AddBetamax());
        var client = application.CreateClient();

        foreach (var name in (string[])["first", "second"])
        {
            using var recorder = library.Use(name);
            await client.GetStringAsync("/" + name);
        }

        Assert.EndsWith("/first", Assert.Single(library.Load("first").Interactions).Request.Uri, StringComparison.Ordinal);
        Assert.EndsWith("/second", Assert.Single(library.Load("second").Interactions).Request.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tests_side_by_side_share_an_application_and_not_a_tape()
    {
        using var library = new TemporaryLibrary();
        using var both = new Barrier(2);
        await using var server = await LoopbackServer.Counting();
        await using var application = Application.With(server.Address, services => services.AddBetamax(NoRecorderBehavior.Refuse));
        var client = application.CreateClient();

        async Task Test(string name)
        {
            using var recorder = library.Use(name);
            Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30)));
            await client.GetStringAsync("/" + name);
            Assert.EndsWith("/" + name, Assert.Single(recorder.Cassette.Interactions).Request.Uri, StringComparison.Ordinal);
        }

        await Task.WhenAll(Task.Run(() => Test("a")), Task.Run(() => Test("b")));
    }

    [Fact]
    public async Task A_recorder_of_its_own_needs_no_flow()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        using var recorder = library.Use("own");
        await using var application = Application.With(server.Address, services => services.AddBetamax(recorder));

        await application.CreateClient().GetStringAsync("/");

        Assert.False(application.Server.PreserveExecutionContext);
        Assert.Single(recorder.Cassette.Interactions);
    }

    [Fact]
    public async Task Who_does_not_want_the_flow_in_the_application_can_say_so()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        using var recorder = library.Use("apart");
        await using var application = Application.With(server.Address, services => services
            .AddBetamax()
            .Configure<TestServerOptions>(options => options.PreserveExecutionContext = false));

        await application.CreateClient().GetStringAsync("/");

        Assert.Empty(recorder.Cassette.Interactions);
    }

    [Fact]
    public async Task A_refused_request_fails_the_application_s_caller_with_the_explanation()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        library.Write("empty", """{"http_interactions": [], "recorded_with": "betamax"}""");
        using var recorder = library.Use("empty");
        await using var application = Application.With(server.Address, services => services.AddBetamax());

        var refusal = await Assert.ThrowsAsync<UnhandledRequestException>(() => application.CreateClient().GetStringAsync("/"));

        Assert.Equal(recorder.CassettePath, refusal.CassettePath);
    }
}
