namespace Betamax.Tests.Recording;

public sealed class NestedRecorderTests : IDisposable
{
    private readonly TemporaryLibrary _library = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_inner_cassette_does_not_have_is_played_from_the_outer_one(bool hasOwnHandler)
    {
        await using var server = await LoopbackServer.Counting();
        await _library.Record("login", RecordMode.Once, server.At("/login"), server.At("/both"));
        await _library.Record("orders", RecordMode.Once, server.At("/orders"), server.At("/both"));
        using var outer = _library.Use("login", RecordMode.None);
        using var inner = _library.Use("orders", RecordMode.None);
        using var client = new HttpClient(hasOwnHandler ? inner.CreateHandler() : Recorder.CreateAmbientHandler());

        Assert.Equal("1", await client.GetStringAsync(server.At("/login")));
        Assert.Equal("3", await client.GetStringAsync(server.At("/orders")));
        Assert.Equal("4", await client.GetStringAsync(server.At("/both")));
        Assert.Equal("2", await client.GetStringAsync(server.At("/both")));
        await Assert.ThrowsAsync<UnhandledRequestException>(() => client.GetStringAsync(server.At("/both")));
        Assert.Single(inner.Refusals);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task What_the_inner_one_ignores_is_looked_for_in_the_outer_one()
    {
        await using var server = await LoopbackServer.Counting();
        await _library.Record("login", RecordMode.Once, server.At("/login"));
        _library.Write("orders", """{"http_interactions": []}""");
        using var outer = _library.Use("login", RecordMode.None);
        using var inner = _library.Use("orders", new CassetteOptions { RecordMode = RecordMode.None, Ignore = _ => true });

        Assert.Equal(["1"], await inner.GetAll(server.At("/login")));
        await Assert.ThrowsAsync<UnhandledRequestException>(() => inner.GetAll(server.At("/login")));
        Assert.Single(outer.Refusals);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_innermost_that_does_not_ignore_a_request_and_may_record_records_it()
    {
        await using var server = await LoopbackServer.Counting();
        await _library.Record("played", RecordMode.Once, server.At("/played"));
        var outer = _library.Use("outer");
        var middle = _library.Use("played");
        var inner = _library.Use("inner", new CassetteOptions { Ignore = request => request.RequestUri!.AbsolutePath == "/login" });

        Assert.Equal(["2", "1", "3"], await inner.GetAll(server.At("/login"), server.At("/played"), server.At("/orders")));
        inner.Eject();
        middle.Eject();
        outer.Eject();

        Assert.Equal(server.At("/login").AbsoluteUri, Assert.Single(_library.Load("outer").Interactions).Request.Uri);
        Assert.Equal(server.At("/orders").AbsoluteUri, Assert.Single(_library.Load("inner").Interactions).Request.Uri);
        Assert.Single(_library.Load("played").Interactions);
    }

    [Fact]
    public async Task A_recorder_in_None_keeps_the_outer_ones_from_recording()
    {
        await using var server = await LoopbackServer.Counting();
        _library.Write("inner", """{"http_interactions": []}""");
        using var outer = _library.Use("outer");
        using var inner = _library.Use("inner", RecordMode.None);

        await Assert.ThrowsAsync<UnhandledRequestException>(() => inner.GetAll(server.At("/")));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task What_every_recorder_ignores_passes()
    {
        await using var server = await LoopbackServer.Counting();
        var options = new CassetteOptions { Ignore = _ => true };
        using var outer = _library.Use("outer", options);
        using var inner = _library.Use("inner", options);

        Assert.Equal(["1"], await inner.GetAll(server.At("/")));
    }

    [Fact]
    public async Task A_body_that_decides_is_read_once_for_all()
    {
        await using var server = await LoopbackServer.Counting();
        var options = new CassetteOptions { MatchRequestsOn = [RequestMatchers.Body] };
        foreach (var name in new[] { "outer", "inner" })
        {
            using var recorder = _library.Use(name, options);
            await recorder.PostAll(server.At("/"), name);
        }

        using var outer = _library.Use("outer", options);
        using var inner = _library.Use("inner", options);

        Assert.Equal(["1", "2"], await inner.PostAll(server.At("/"), "outer", "inner"));
    }

    public void Dispose() => _library.Dispose();
}
