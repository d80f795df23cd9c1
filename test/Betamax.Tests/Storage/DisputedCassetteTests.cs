using System.Diagnostics;

namespace Betamax.Tests.Storage;

/// <summary>Another recorder or program uses or changes the same cassette. Nothing is lost without an error.</summary>
public sealed class DisputedCassetteTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryLibrary _library = new();

    [Theory]
    [InlineData(RecordMode.Once)]
    [InlineData(RecordMode.NewEpisodes)]
    [InlineData(RecordMode.All)]
    public async Task The_second_of_two_processes_that_record_a_cassette_gets_an_error_and_both_are_kept(RecordMode mode)
    {
        await using var server = await LoopbackServer.Counting();
        var second = _library.Use("a", mode);
        using (var first = await RecordingRun.Start(_library, server, mode, atLeast: 2))
        {
            var fault = await Assert.ThrowsAsync<CassetteStorageException>(() => second.GetAll(server.At("/second")));
            Assert.Contains("another recorder", fault.Message, StringComparison.Ordinal);
            await first.Kill();

            fault = await Assert.ThrowsAsync<CassetteStorageException>(() => second.GetAll(server.At("/second")));
            Assert.Contains("open the cassette again", fault.Message, StringComparison.OrdinalIgnoreCase);
            second.Eject();

            await _library.Record("a", mode == RecordMode.Once ? RecordMode.NewEpisodes : mode, server.At("/again"));
            Assert.Superset(first.Read.ToHashSet(), Bodies().ToHashSet());
            Assert.EndsWith("/again", _library.Load("a").Interactions[^1].Request.Uri, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("GET /second", server.Requests);
    }

    [Fact]
    public async Task A_second_recorder_leaves_the_journal_of_a_killed_run()
    {
        await using var server = await LoopbackServer.Counting();
        await _library.Record("a", RecordMode.Once, server.At("/old"));
        var told = _library.Use("a", RecordMode.NewEpisodes);
        await _library.Record("a", RecordMode.NewEpisodes, server.At("/new"));
        using var killed = await RecordingRun.Start(_library, server, RecordMode.NewEpisodes, atLeast: 2);
        await killed.Kill();

        await Assert.ThrowsAsync<CassetteStorageException>(() => told.GetAll(server.At("/told")));
        told.Eject();

        _library.Use("a").Dispose();
        Assert.Equal(["1", "2", .. killed.Read], Bodies().Take(2 + killed.Read.Count));
    }

    [Fact]
    public async Task A_second_recorder_without_recordings_leaves_no_file()
    {
        await using var server = await LoopbackServer.Counting();
        var told = _library.Use("a");
        await _library.Record("a", RecordMode.Once, server.At("/1"));

        await Assert.ThrowsAsync<CassetteStorageException>(() => told.GetAll(server.At("/2")));
        told.Eject();

        Assert.Equal(["a.json"], _library.Files);
    }

    [Fact]
    public async Task Of_two_recorders_that_recover_a_killed_run_one_saves_it_and_the_other_warns()
    {
        await using var server = await LoopbackServer.Counting();
        using var killed = await RecordingRun.Start(_library, server, RecordMode.Once, atLeast: 2);
        await killed.Kill();
        var warnings = new List<string>();
        var one = _library.Use("a");
        var other = _library.Use("a", new CassetteOptions { Warn = warnings.Add });

        one.Eject();
        other.Eject();

        Assert.Equal(killed.Read, Bodies().Take(killed.Read.Count));
        Assert.Equal(["a.json"], _library.Files);
        Assert.Contains(_library.PathOf("a"), Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("""{"http_interactions": []}""")]
    public async Task A_cassette_that_is_changed_while_it_is_in_use_is_not_replaced_and_new_recordings_are_kept(string edited)
    {
        await using var server = await LoopbackServer.Counting();
        await _library.Record("a", RecordMode.Once, server.At("/1"));
        var recorder = _library.Use("a", RecordMode.NewEpisodes);
        await recorder.GetAll(server.At("/2"));
        _library.Write("a", edited);

        var fault = Assert.Throws<CassetteStorageException>(recorder.Eject);

        Assert.Contains(_library.PathOf("a") + ".journal", fault.Message, StringComparison.Ordinal);
        Assert.Equal(edited, await File.ReadAllTextAsync(_library.PathOf("a")));
        if (edited == "rubbish")
        {
            Assert.Throws<CassetteFormatException>(() => _library.Use("a"));
            File.Delete(_library.PathOf("a"));
        }

        _library.Use("a").Dispose();
        Assert.Equal(["2"], Bodies());
    }

    [Fact]
    public async Task A_cassette_that_is_deleted_while_it_is_in_use_stays_deleted_and_new_recordings_are_kept()
    {
        await using var server = await LoopbackServer.Counting();
        await _library.Record("folder/a", RecordMode.Once, server.At("/1"));
        var recorder = _library.Use("folder/a", RecordMode.NewEpisodes);
        await recorder.GetAll(server.At("/2"));
        Directory.Delete(Path.Combine(_library.Directory, "folder"), recursive: true);

        var fault = Assert.Throws<CassetteStorageException>(recorder.Eject);

        Assert.Contains("deleted", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["folder/a.json.journal"], _library.Files);
        _library.Use("folder/a").Dispose();
        Assert.Equal(["2"], _library.Load("folder/a").Interactions.Select(one => one.Response.Body.Text!));
    }

    [Fact]
    public async Task A_directory_that_is_deleted_while_a_new_cassette_is_recorded_is_created_again()
    {
        await using var server = await LoopbackServer.Counting();
        var folder = Path.Combine(_library.Directory, "folder");
        var read = new List<string>();
        await using (var recorder = _library.Use("folder/a"))
        {
            read.AddRange(await recorder.GetAll(server.At("/1")));
            Directory.Delete(folder, recursive: true);

            // The recorder checks for it from time to time.
            for (var start = Stopwatch.GetTimestamp(); _library.Files.Count == 0 && Stopwatch.GetElapsedTime(start) < Patience;)
            {
                read.AddRange(await recorder.GetAll(server.At("/2")));
            }

            Assert.Equal(["folder/a.json.journal"], _library.Files);
            Directory.Delete(folder, recursive: true);
        }

        Assert.Equal(["folder/a.json"], _library.Files);
        Assert.Equal(read, _library.Load("folder/a").Interactions.Select(one => one.Response.Body.Text!));
    }

    [Fact]
    public async Task A_change_of_the_target_of_a_link_is_noticed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only some users make symbolic links.");
        await using var server = await LoopbackServer.Counting();
        await _library.Record("real", RecordMode.Once, server.At("/1"));
        File.CreateSymbolicLink(_library.PathOf("a"), _library.PathOf("real"));
        var recorder = _library.Use("a", RecordMode.NewEpisodes);
        await recorder.GetAll(server.At("/2"));
        _library.Write("real", "");

        Assert.Throws<CassetteStorageException>(recorder.Eject);

        Assert.Empty(_library.BytesOf("real"));
    }

    [Fact]
    public void A_journal_that_cannot_be_opened_is_an_error_and_does_not_count_as_in_use()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only some users make symbolic links.");
        var journal = _library.PathOf("a") + ".journal";
        File.CreateSymbolicLink(journal, journal);

        Assert.Equal(journal, Assert.Throws<CassetteStorageException>(() => _library.Use("a")).Path);
        File.Delete(journal);
    }

    public void Dispose() => _library.Dispose();

    private IEnumerable<string> Bodies() => _library.Load("a").Interactions.Select(one => one.Response.Body.Text!);
}
