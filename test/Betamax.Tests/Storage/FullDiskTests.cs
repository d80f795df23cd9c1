using System.Text;

namespace Betamax.Tests.Storage;

/// <summary>A full or read-only disk: the old cassette is unchanged, and nothing is lost that can be kept.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task What_is_in_the_journal_already_is_kept_when_there_is_no_room_for_the_cassette()
    {
        using var library = new TemporaryLibrary();
        using var disk = new SmallDisk(library);
        await using var server = await LoopbackServer.Counting();
        await library.Record("disk/a", RecordMode.Once, server.At("/1"));
        var before = library.BytesOf("disk/a");
        var recorder = library.Use("disk/a", RecordMode.NewEpisodes);
        await recorder.GetAll(server.At("/2"));
        disk.Fill();

        var fault = Assert.Throws<CassetteStorageException>(recorder.Eject);

        Assert.Equal(library.PathOf("disk/a"), fault.Path);
        Assert.Contains($"kept in {library.PathOf("disk/a")}.journal", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, library.BytesOf("disk/a"));
        disk.MakeRoom();
        library.Use("disk/a").Dispose();
        Assert.Equal(["1", "2"], BodiesOf(library));
        Assert.Equal(["disk/a.json"], library.Files);
    }

    [Fact]
    public async Task A_recording_that_did_not_fit_in_the_journal_is_saved_when_there_is_room()
    {
        using var library = new TemporaryLibrary();
        using var disk = new SmallDisk(library);
        await using var server = await LoopbackServer.Counting();
        var warnings = new List<string>();
        var recorder = library.Use("disk/a", new CassetteOptions { Warn = warnings.Add });
        await recorder.GetAll(server.At("/1"));
        disk.Fill();

        // The rest of the journal's last page fills up quickly.
        var long_ = server.At("/" + new string('x', 5_000));
        Assert.Equal(["2"], await recorder.GetAll(long_));
        Assert.Contains("journal cannot be written", Assert.Single(warnings), StringComparison.Ordinal);
        disk.MakeRoom();
        recorder.Eject();

        Assert.Equal(["1", "2"], BodiesOf(library));
    }

    [Fact]
    public async Task Recordings_that_cannot_be_kept_are_counted_and_the_others_are_kept()
    {
        using var library = new TemporaryLibrary();
        using var disk = new SmallDisk(library);
        await using var server = await LoopbackServer.Counting();
        await library.Record("disk/a", RecordMode.Once, server.At("/1"));
        var before = library.BytesOf("disk/a");
        var recorder = library.Use("disk/a", new CassetteOptions { RecordMode = RecordMode.NewEpisodes, Warn = _ => { } });
        await recorder.GetAll(server.At("/2"));
        disk.Fill();
        await recorder.GetAll(server.At("/" + new string('x', 5_000)));

        var fault = Assert.Throws<CassetteStorageException>(recorder.Eject);

        Assert.Contains("Lost: 1 of the recorded interactions", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, library.BytesOf("disk/a"));
        disk.MakeRoom();
        library.Use("disk/a").Dispose();
        Assert.Equal(["1", "2"], BodiesOf(library));
    }

    [Fact]
    public async Task In_a_directory_that_is_read_only_a_cassette_is_played_and_a_request_to_record_is_not_sent()
    {
        using var library = new TemporaryLibrary();
        using var disk = new SmallDisk(library);
        await using var server = await LoopbackServer.Counting();
        await library.Record("disk/a", RecordMode.Once, server.At("/1"));
        disk.Protect();

        var recorder = library.Use("disk/a", RecordMode.NewEpisodes);
        Assert.Equal(["1"], await recorder.GetAll(server.At("/1")));
        var fault = await Assert.ThrowsAsync<CassetteStorageException>(() => recorder.GetAll(server.At("/2")));
        recorder.Eject();

        Assert.Contains("make the directory writable", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["GET /1"], server.Requests);
    }

    [Fact]
    public async Task Recordings_that_a_killed_run_left_in_a_read_only_directory_are_played_and_kept()
    {
        using var library = new TemporaryLibrary();
        using var disk = new SmallDisk(library);
        await using var server = await LoopbackServer.Counting();
        await library.Record("disk/a", RecordMode.Once, server.At("/1"));
        File.Copy(library.PathOf("disk/a"), library.PathOf("disk/b"));
        var journal = library.PathOf("disk/a") + ".journal";
        var interaction = new MemoryStream();
        new Betamax.Formats.InteractionLineWriter(interaction.Write).Write(library.Load("disk/b").Interactions[0] with { RecordedAt = null });
        await File.WriteAllTextAsync(journal, $"betamax-journal 1 append complete\n0 {Encoding.UTF8.GetString(interaction.ToArray())}");
        disk.Protect();
        var warnings = new List<string>();

        await using (var recorder = library.Use("disk/a", new CassetteOptions { Warn = warnings.Add }))
        {
            Assert.Equal(["1", "1"], await recorder.GetAll(server.At("/1"), server.At("/1")));
        }

        Assert.Contains(journal, Assert.Single(warnings), StringComparison.Ordinal);
        disk.Unprotect();
        library.Use("disk/a").Dispose();
        Assert.Equal(["1", "1"], BodiesOf(library));
    }

    private static IEnumerable<string> BodiesOf(TemporaryLibrary library) =>
        library.Load("disk/a").Interactions.Select(one => one.Response.Body.Text!);
}
