namespace Betamax.Tests.Storage;

/// <summary>An error in a later run does not lose what an earlier run left in the journal.</summary>
public sealed class KeptRecordingsTests : IDisposable
{
    private readonly TemporaryLibrary _library = new();

    [Theory]
    [InlineData(RecordMode.Once)]
    [InlineData(RecordMode.NewEpisodes)]
    [InlineData(RecordMode.All)]
    public async Task A_run_that_cannot_replace_the_cassette_and_is_then_discarded_leaves_the_journal_as_it_was(RecordMode mode)
    {
        await using var server = await LoopbackServer.Counting();
        await _library.Record("a", RecordMode.Once, server.At("/1"));
        await _library.Interrupt("a", RecordMode.NewEpisodes, server.At("/2"));
        var (cassette, journal) = (_library.BytesOf("a"), _library.JournalBytesOf("a"));
        File.SetAttributes(_library.PathOf("a"), FileAttributes.ReadOnly);

        var failed = _library.Use("a", mode);
        await Record.ExceptionAsync(() => failed.GetAll(server.At("/3")));
        failed.Discard();

        Assert.Equal(journal, _library.JournalBytesOf("a"));
        Assert.Equal(cassette, _library.BytesOf("a"));
        File.SetAttributes(_library.PathOf("a"), FileAttributes.Normal);
        _library.Use("a").Dispose();
        Assert.Equal(["1", "2"], Bodies());
    }

    [Fact]
    public async Task A_run_on_a_full_disk_that_is_then_discarded_leaves_the_journal_as_it_was()
    {
        using var disk = new SmallDisk(_library);
        await using var server = await LoopbackServer.Counting();
        await _library.Record("disk/a", RecordMode.Once, server.At("/1"));
        await _library.Interrupt("disk/a", RecordMode.NewEpisodes, server.At("/2"));
        var journal = _library.JournalBytesOf("disk/a");
        disk.Fill();

        var failed = _library.Use("disk/a", new CassetteOptions { RecordMode = RecordMode.NewEpisodes, Warn = _ => { } });
        await Record.ExceptionAsync(() => failed.GetAll(server.At("/3")));
        failed.Discard();

        Assert.Equal(journal, _library.JournalBytesOf("disk/a"));
        disk.MakeRoom();
        _library.Use("disk/a").Dispose();
        Assert.Equal(["1", "2"], Bodies("disk/a"));
    }

    [Fact]
    public async Task A_run_that_cannot_save_what_an_interrupted_one_left_keeps_both()
    {
        await using var server = await LoopbackServer.Counting();
        await _library.Record("a", RecordMode.Once, server.At("/1"));
        await _library.Interrupt("a", RecordMode.NewEpisodes, server.At("/2"));
        File.SetAttributes(_library.PathOf("a"), FileAttributes.ReadOnly);

        var recorder = _library.Use("a", RecordMode.NewEpisodes);
        await recorder.GetAll(server.At("/3"));
        var fault = Assert.Throws<CassetteStorageException>(recorder.Eject);

        Assert.Contains($"kept in {_library.JournalOf("a")}", fault.Message, StringComparison.Ordinal);
        File.SetAttributes(_library.PathOf("a"), FileAttributes.Normal);
        _library.Use("a").Dispose();
        Assert.Equal(["1", "2", "3"], Bodies());
        Assert.Equal(["a.json"], _library.Files);
    }

    [Fact]
    public async Task A_leak_in_a_first_recording_keeps_what_did_not_leak_and_the_next_run_records_only_the_rest()
    {
        await using var server = await Leaking();
        var first = _library.Use("a");
        await first.GetAll(server.At("/1"), server.At("/leak"), server.At("/2"));
        var fault = Assert.Throws<SecretLeakException>(first.Eject);

        Assert.Contains(_library.JournalOf("a"), fault.Message, StringComparison.Ordinal);
        Assert.Equal(["a.json.journal"], _library.Files);
        var second = _library.Use("a");
        Assert.Equal(["/1", "/2", "/rest"], await second.GetAll(server.At("/1"), server.At("/2"), server.At("/rest")));
        second.Eject();

        Assert.Equal(["GET /1", "GET /leak", "GET /2", "GET /rest"], server.Requests);
        Assert.Equal(["/1", "/2", "/rest"], Bodies());
        Assert.Equal(["a.json"], _library.Files);
        Assert.False(_library.Use("a").IsRecording);
    }

    [Fact]
    public async Task A_leak_while_an_unfinished_cassette_is_continued_leaves_it_unfinished()
    {
        await using var server = await Leaking();
        await _library.Record("a", RecordMode.Once, server.At("/0"));
        await File.WriteAllTextAsync(_library.JournalOf("a"), "betamax-journal 1 append unfinished\n");
        await _library.Interrupt("a", RecordMode.Once, server.At("/1"));
        var leaking = _library.Use("a");
        await leaking.GetAll(server.At("/1"), server.At("/2"), server.At("/leak"));
        Assert.Throws<SecretLeakException>(leaking.Eject);

        var next = _library.Use("a", RecordMode.Once);
        Assert.True(next.IsRecording);
        await next.GetAll(server.At("/0"), server.At("/1"), server.At("/2"), server.At("/3"));
        next.Eject();

        Assert.Equal(["GET /0", "GET /1", "GET /2", "GET /leak", "GET /3"], server.Requests);
        Assert.Equal(["/0", "/1", "/2", "/3"], Bodies());
    }

    [Fact]
    public async Task A_leak_is_followed_by_a_discard_and_what_the_leaking_run_kept_is_still_there()
    {
        await using var server = await Leaking();
        var leaking = _library.Use("a");
        await leaking.GetAll(server.At("/1"), server.At("/leak"));
        Assert.Throws<SecretLeakException>(leaking.Eject);
        var kept = _library.JournalBytesOf("a");

        var failed = _library.Use("a");
        await failed.GetAll(server.At("/1"), server.At("/2"));
        Assert.Equal(1, failed.Discard());

        Assert.Equal(kept, _library.JournalBytesOf("a"));
        Assert.Equal(["/1", "/2"], await _library.Record("a", RecordMode.Once, server.At("/1"), server.At("/2")));
        Assert.Equal(["/1", "/2"], Bodies());
    }

    [Fact]
    public async Task A_run_killed_between_saving_and_deleting_its_journal_does_not_bring_old_answers_back()
    {
        await using var server = await LoopbackServer.Counting();
        await _library.Record("a", RecordMode.Once, server.At("/x"));
        await _library.Interrupt("a", RecordMode.All, server.At("/x"));
        await _library.Interrupt("a", RecordMode.All, server.At("/x"));
        var journal = _library.JournalBytesOf("a");
        _library.Use("a").Dispose();
        await File.WriteAllBytesAsync(_library.JournalOf("a"), journal);

        _library.Use("a").Dispose();

        Assert.Equal(["3"], Bodies());
    }

    [Fact]
    public async Task A_journal_that_could_not_be_created_is_created_for_the_next_request()
    {
        using var disk = new SmallDisk(_library);
        await using var server = await LoopbackServer.Counting();
        var recorder = _library.Use("disk/a");
        disk.Fill();
        var fault = await Assert.ThrowsAsync<CassetteStorageException>(() => recorder.GetAll(server.At("/1")));
        Assert.Contains("No space left", fault.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);

        disk.MakeRoom();
        await recorder.GetAll(server.At("/2"));
        recorder.Eject();

        Assert.Equal(["disk/a.json"], _library.Files);
    }

    public void Dispose() => _library.Dispose();

    private IEnumerable<string> Bodies(string cassette = "a") => _library.Load(cassette).Interactions.Select(one => one.Response.Body.Text!);

    private static Task<LoopbackServer> Leaking() => LoopbackServer.Answering(context =>
        Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(
            context.Response, context.Request.Path == "/leak" ? $"the key {Secrets.Leaks.Samples.GitHub}" : context.Request.Path.Value!));
}
