namespace Betamax.Tests.Recording;

public sealed class CurrentRecorderTests
{
    [Fact]
    public void The_inner_recorder_is_current_and_then_the_outer_one_again()
    {
        using var library = new TemporaryLibrary();
        Assert.Null(Recorder.Current);

        using (var outer = library.Use("outer"))
        {
            using (var inner = library.Use("inner"))
            {
                Assert.Same(inner, Recorder.Current);
            }

            Assert.Same(outer, Recorder.Current);
        }

        Assert.Null(Recorder.Current);
    }

    [Fact]
    public async Task An_asynchronous_eject_changes_the_current_recorder_of_the_caller_too()
    {
        using var library = new TemporaryLibrary();
        var outer = library.Use("outer");
        var inner = library.Use("inner");

        await inner.DisposeAsync();
        Assert.Same(outer, Recorder.Current);

        await Task.Run(outer.Eject);
        Assert.Null(Recorder.Current);
    }

    [Fact]
    public async Task BeforeStop_sees_the_recorder_that_is_ejected()
    {
        using var library = new TemporaryLibrary();
        List<Recorder?> seen = [];
        var options = new CassetteOptions { BeforeStop = _ => seen.Add(Recorder.Current) };

        var ejected = library.Use("ejected", options);
        ejected.Eject();
        var discarded = library.Use("discarded", options);
        discarded.Discard();
        var inAnotherFlow = await Task.Run(() => library.Use("in-another-flow", options));
        Assert.Null(Recorder.Current);
        await inAnotherFlow.EjectAsync();

        Assert.Equal([ejected, discarded, inAnotherFlow], seen);
        Assert.Null(Recorder.Current);
    }

    [Fact]
    public async Task A_request_that_BeforeStop_sends_is_on_the_cassette()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        using var client = new HttpClient(Recorder.CreateAmbientHandler(new SocketsHttpHandler(), NoRecorderBehavior.Refuse));
        var options = new CassetteOptions { BeforeStop = _ => client.Send(new(HttpMethod.Get, server.At("/logout"))).Dispose() };

        library.Use("a", options).Eject();
        library.Use("a", options with { RecordMode = RecordMode.None }).Eject();

        Assert.Equal(["GET /logout"], server.Requests);
        Assert.Single(library.Load("a").Interactions);
    }

    [Fact]
    public async Task Parallel_flows_do_not_share_a_current_recorder()
    {
        using var library = new TemporaryLibrary();
        using var both = new Barrier(2);

        async Task Use(string name)
        {
            await Task.Yield();
            using var recorder = library.Use(name);
            Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30)));
            Assert.Same(recorder, Recorder.Current);
        }

        await Task.WhenAll(Task.Run(() => Use("a")), Task.Run(() => Use("b")));
        Assert.Null(Recorder.Current);
    }
}
