namespace Betamax.Tests.Storage;

/// <summary>A recording process is killed. What it has read is not lost.</summary>
public sealed class KilledProcessTests
{
    [Fact]
    public async Task The_next_run_plays_what_a_killed_one_had_recorded_and_records_the_rest()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        var read = await RecordAndKill(library, server, RecordMode.Once, atLeast: 5);
        Assert.False(library.Has("a"));
        Assert.Equal(["a.json.journal"], library.Files);

        var sent = server.Requests.Count;
        await using (var recorder = library.Use("a"))
        {
            var uris = Enumerable.Range(1, read).Select(number => server.At($"/{number}")).ToArray();
            Assert.Equal(Enumerable.Range(1, read).Select(number => $"{number}"), await recorder.GetAll(uris));
            Assert.Equal(sent, server.Requests.Count);
            await recorder.GetAll(server.At("/rest"));
            Assert.Equal(sent + 1, server.Requests.Count);
        }

        Assert.Equal(["a.json"], library.Files);
        Assert.False(library.Use("a").IsRecording);
    }

    [Fact]
    public async Task Recordings_that_a_killed_run_added_come_after_the_old_ones()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("a", RecordMode.Once, server.At("/old"));
        var before = library.BytesOf("a");
        var read = await RecordAndKill(library, server, RecordMode.NewEpisodes, atLeast: 3);
        Assert.Equal(before, library.BytesOf("a"));

        library.Use("a").Dispose();

        var bodies = library.Load("a").Interactions.Select(interaction => interaction.Response.Body.Text).ToList();
        Assert.Equal(Enumerable.Range(1, read + 1).Select(number => $"{number}"), bodies.Take(read + 1));
        Assert.Equal(["a.json"], library.Files);
    }

    [Fact]
    public async Task Recordings_that_a_killed_run_made_again_replace_the_old_ones()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("a", RecordMode.Once, server.At("/kept"), server.At("/1"));
        await RecordAndKill(library, server, RecordMode.All, atLeast: 1);

        library.Use("a").Dispose();

        Assert.Equal(["1", "3"], library.Load("a").Interactions.Take(2).Select(interaction => interaction.Response.Body.Text!));
    }

    [Fact]
    public async Task None_plays_what_a_killed_run_had_recorded_and_changes_no_file()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await RecordAndKill(library, server, RecordMode.Once, atLeast: 1);

        await using (var recorder = library.Use("a", RecordMode.None))
        {
            Assert.False(recorder.IsRecording);
            Assert.Equal(["1"], await recorder.GetAll(server.At("/1")));
        }

        Assert.Equal(["a.json.journal"], library.Files);
    }

    [Fact]
    public async Task An_unfinished_line_is_left_out_and_the_others_are_kept()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await RecordAndKill(library, server, RecordMode.Once, atLeast: 3);
        var journal = library.PathOf("a") + ".journal";
        var lines = await File.ReadAllLinesAsync(journal);
        await File.WriteAllTextAsync(journal, string.Join('\n', lines[..3]) + "\n" + lines[3][..^10]);

        library.Use("a").Dispose();

        Assert.Equal(["1", "2"], library.Load("a").Interactions.Select(interaction => interaction.Response.Body.Text!));
    }

    [Fact]
    public async Task A_process_killed_between_saving_and_deleting_its_journal_leaves_no_duplicates()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await RecordAndKill(library, server, RecordMode.Once, atLeast: 3);
        var journal = await File.ReadAllBytesAsync(library.PathOf("a") + ".journal");
        library.Use("a").Dispose();
        var saved = library.BytesOf("a");
        await File.WriteAllBytesAsync(library.PathOf("a") + ".journal", journal);

        library.Use("a").Dispose();

        Assert.Equal(saved, library.BytesOf("a"));
        Assert.Equal(["a.json"], library.Files);
    }

    [Theory]
    [InlineData("who knows what\n")]
    [InlineData("betamax-journal 1 append complete\nnot a number {}\n")]
    [InlineData("betamax-journal 1 append complete\n1 {}\n")]
    public void A_journal_that_cannot_be_read_is_an_error_and_is_kept(string content)
    {
        using var library = new TemporaryLibrary();
        var journal = library.PathOf("a") + ".journal";
        File.WriteAllText(journal, content);

        var fault = Assert.ThrowsAny<BetamaxException>(() => library.Use("a"));

        Assert.Contains(journal, fault.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(journal));
    }

    private static async Task<int> RecordAndKill(TemporaryLibrary library, LoopbackServer server, RecordMode mode, int atLeast)
    {
        using var run = await RecordingRun.Start(library, server, mode, atLeast);
        await run.Kill();
        return run.Read.Count;
    }
}
