namespace Betamax.Tests.Recording;

public sealed class RecordModeTests
{
    [Theory]
    [InlineData(RecordMode.Once)]
    [InlineData(RecordMode.NewEpisodes)]
    [InlineData(RecordMode.All)]
    public async Task A_missing_cassette_is_recorded_and_nothing_of_it_is_played_in_that_run(RecordMode mode)
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();

        var bodies = await library.Record("a", mode, server.At("/same"), server.At("/same"));

        Assert.Equal(["1", "2"], bodies);
        Assert.Equal(["1", "2"], library.Load("a").Interactions.Select(i => i.Response.Body.Text!));
    }

    [Fact]
    public async Task A_file_of_no_bytes_is_a_missing_cassette()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        library.Write("a", "");

        Assert.Equal(["1"], await library.Record("a", RecordMode.Once, server.At("/")));
        Assert.Single(library.Load("a").Interactions);
        library.Write("b", "");
        Assert.Throws<CassetteNotFoundException>(() => library.Use("b", RecordMode.None));
    }

    [Theory]
    [InlineData(RecordMode.Once)]
    [InlineData(RecordMode.None)]
    public async Task Recordings_are_played_once_each_and_other_requests_are_refused(RecordMode mode)
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("a", RecordMode.Once, server.At("/x"), server.At("/y"), server.At("/x"));
        var before = library.BytesOf("a");

        await using (var recorder = library.Use("a", mode))
        {
            Assert.False(recorder.IsRecording);
            Assert.Equal(["1", "3", "2"], await recorder.GetAll(server.At("/x"), server.At("/x"), server.At("/y")));
            await Assert.ThrowsAsync<UnhandledRequestException>(() => recorder.GetAll(server.At("/x")));
            await Assert.ThrowsAsync<UnhandledRequestException>(() => recorder.GetAll(server.At("/z")));
        }

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(before, library.BytesOf("a"));
        Assert.Equal(["a.json"], library.Files);
    }

    [Fact]
    public async Task An_empty_cassette_exists()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        library.Write("a", """{"http_interactions": [], "recorded_with": "betamax/0.8.1"}""");

        await using var recorder = library.Use("a");

        await Assert.ThrowsAsync<UnhandledRequestException>(() => recorder.GetAll(server.At("/")));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task New_episodes_are_appended_and_are_not_played_in_their_own_run()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("a", RecordMode.Once, server.At("/x"));

        var bodies = await library.Record("a", RecordMode.NewEpisodes, server.At("/y"), server.At("/x"), server.At("/y"), server.At("/x"));

        Assert.Equal(["2", "1", "3", "4"], bodies);
        Assert.Equal(["1", "2", "3", "4"], library.Load("a").Interactions.Select(i => i.Response.Body.Text!));
    }

    [Fact]
    public async Task In_the_mode_All_each_new_recording_replaces_the_old_one_that_it_matches()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("a", RecordMode.Once, server.At("/x"), server.At("/old"), server.At("/x"), server.At("/y"));

        var bodies = await library.Record("a", RecordMode.All, server.At("/new"), server.At("/x"), server.At("/y"));

        Assert.Equal(["5", "6", "7"], bodies);
        Assert.Equal(["6", "2", "3", "7", "5"], library.Load("a").Interactions.Select(i => i.Response.Body.Text!));
    }

    [Theory]
    [InlineData(RecordMode.Once)]
    [InlineData(RecordMode.NewEpisodes)]
    [InlineData(RecordMode.None)]
    [InlineData(RecordMode.All)]
    public void A_run_that_recorded_nothing_never_touches_the_file(RecordMode mode)
    {
        using var library = new TemporaryLibrary();
        library.Write("a", "{ \"recorded_with\":\"somebody\",\r\n \"http_interactions\":[]}");
        var before = library.BytesOf("a");
        var time = new DateTime(2020, 2, 2, 2, 2, 2, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(library.PathOf("a"), time);

        library.Use("a", mode).Dispose();

        Assert.Equal(before, library.BytesOf("a"));
        Assert.Equal(time, File.GetLastWriteTimeUtc(library.PathOf("a")));
        Assert.Equal(["a.json"], library.Files);
    }

    [Fact]
    public void A_missing_cassette_stays_missing_if_nothing_was_recorded()
    {
        using var library = new TemporaryLibrary();

        library.Use("folder/a").Dispose();

        Assert.Empty(library.Files);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("missing/folder/a")]
    public void The_mode_None_needs_a_cassette(string name)
    {
        using var library = new TemporaryLibrary();

        var fault = Assert.Throws<CassetteNotFoundException>(() => library.Use(name, RecordMode.None));

        Assert.Equal(library.PathOf(name), fault.Path);
        Assert.Contains(library.PathOf(name), fault.Message, StringComparison.Ordinal);
        Assert.Contains("BETAMAX_RECORD_MODE=once", fault.Message, StringComparison.Ordinal);
        Assert.Null(Recorder.Current);
    }

    [Fact]
    public async Task The_cassette_can_be_read_while_it_is_recorded()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await using var recorder = library.Use("a");
        Assert.True(recorder.IsRecording);
        Assert.Equal(library.PathOf("a"), recorder.CassettePath);

        await recorder.GetAll(server.At("/x"));

        var interaction = Assert.Single(recorder.Cassette.Interactions);
        Assert.Equal(("GET", server.At("/x").AbsoluteUri), (interaction.Request.Method, interaction.Request.Uri));
        Assert.Equal((200, "OK", "1"), (interaction.Response.StatusCode, interaction.Response.ReasonPhrase, interaction.Response.Body.Text));
    }
}
