namespace Betamax.Tests.Recording;

public sealed class DiscardTests
{
    [Fact]
    public async Task Recordings_are_discarded_and_the_cassette_is_unchanged()
    {
        await using var server = await LoopbackServer.Counting();
        using var library = new TemporaryLibrary();
        await library.Record("tape", RecordMode.Once, server.At("a"));
        var before = library.BytesOf("tape");

        var recorder = library.Use("tape", RecordMode.NewEpisodes);
        await recorder.GetAll(server.At("b"), server.At("c"));
        Assert.Equal(2, recorder.Discard());
        recorder.Eject();

        Assert.Equal(before, library.BytesOf("tape"));
        Assert.Equal(["tape.json"], library.Files);
        Assert.Null(Recorder.Current);
    }

    [Fact]
    public async Task A_cassette_of_an_interrupted_run_stays_unfinished()
    {
        await using var server = await LoopbackServer.Counting();
        using var library = new TemporaryLibrary();
        await library.Record("tape", RecordMode.Once, server.At("a"));
        library.Write("tape.json.journal", "betamax-journal 1 append unfinished\n");
        File.Move(library.PathOf("tape.json.journal"), library.PathOf("tape") + ".journal");

        var failed = library.Use("tape");
        await failed.GetAll(server.At("b"));
        failed.Discard();
        await library.Record("tape", RecordMode.Once, server.At("a"), server.At("b"));

        Assert.Equal(["/a", "/b"], library.Load("tape").Interactions.Select(interaction => new Uri(interaction.Request.Uri).AbsolutePath));
        Assert.Equal(["tape.json"], library.Files);
    }

    [Fact]
    public async Task Refusals_are_remembered_once_each()
    {
        using var library = new TemporaryLibrary();
        library.Write("tape", """{"http_interactions": []}""");
        using var recorder = library.Use("tape");
        using var client = recorder.CreateClient();
        for (var request = 0; request < 3; request++)
        {
            await Assert.ThrowsAsync<UnhandledRequestException>(() => client.GetAsync(new Uri("http://host/")));
        }

        Assert.StartsWith("No recording can be played for GET http://host/", Assert.Single(recorder.Refusals).Message, StringComparison.Ordinal);
    }
}
