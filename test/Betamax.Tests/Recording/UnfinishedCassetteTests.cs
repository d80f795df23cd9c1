namespace Betamax.Tests.Recording;

/// <summary>A first recording that is killed several times is still continued.</summary>
public sealed class UnfinishedCassetteTests
{
    private const string NothingRecordedYet = "betamax-journal 1 append unfinished\n";

    [Fact]
    public async Task A_second_run_killed_before_its_first_response_leaves_the_cassette_unfinished()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("a", RecordMode.Once, server.At("/x"));
        File.WriteAllText(library.PathOf("a") + ".journal", NothingRecordedYet);

        Assert.Equal(["1", "2"], await library.Record("a", RecordMode.Once, server.At("/x"), server.At("/rest")));

        Assert.Equal(["1", "2"], library.Load("a").Interactions.Select(interaction => interaction.Response.Body.Text!));
        Assert.Equal(["a.json"], library.Files);
        Assert.False(library.Use("a").IsRecording);
    }

    [Fact]
    public void A_first_run_killed_before_its_first_response_leaves_the_cassette_missing()
    {
        using var library = new TemporaryLibrary();
        File.WriteAllText(library.PathOf("a") + ".journal", NothingRecordedYet);

        Assert.Throws<CassetteNotFoundException>(() => library.Use("a", RecordMode.None));
        library.Use("a", RecordMode.Once).Dispose();

        Assert.False(library.Has("a"));
    }
}
