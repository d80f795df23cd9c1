using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.Secrets.Leaks;

public sealed class LeakingRunTests
{
    [Fact]
    public async Task The_request_succeeds_and_eject_says_what_would_have_leaked_and_saves_nothing()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LeakingAt("/leak");
        var recorder = library.Use("a");

        Assert.Equal(["fine"], await recorder.GetAll(server.At("/1")));
        var journal = new FileInfo(Path.Combine(library.Directory, Assert.Single(library.Files)));
        var length = journal.Length;
        Assert.Equal([$"the key {Samples.GitHub}"], await recorder.GetAll(server.At("/leak")));
        journal.Refresh();
        Assert.Equal(length, journal.Length);
        Assert.Equal(["fine"], await recorder.GetAll(server.At("/2")));
        var fault = Assert.Throws<SecretLeakException>(recorder.Eject);

        Assert.Equal(library.PathOf("a"), fault.CassettePath);
        Assert.Equal(
            [new SecretLeak("github-token", "response body at byte 8", 1, "GET", $"{server.At("/leak")}")], fault.Leaks);
        Assert.DoesNotContain(Samples.GitHub[8..], $"{fault}", StringComparison.Ordinal);
        Assert.Contains("AllowedLeaks = [\"github-token\"]", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["a.json.journal"], library.Files);
        Assert.DoesNotContain(Samples.GitHub, await File.ReadAllTextAsync(library.PathOf("a") + ".journal"), StringComparison.Ordinal);
        Assert.Equal(3, recorder.Cassette.Interactions.Count);
        recorder.Eject();
    }

    [Theory]
    [InlineData(RecordMode.NewEpisodes)]
    [InlineData(RecordMode.All)]
    public async Task The_old_cassette_is_unchanged(RecordMode mode)
    {
        using var library = new TemporaryLibrary();
        await using var server = await LeakingAt("/leak");
        await library.Record("a", RecordMode.Once, server.At("/1"));
        var before = library.BytesOf("a");

        await Assert.ThrowsAsync<SecretLeakException>(() => library.Record("a", mode, server.At("/leak"), server.At("/2")));

        Assert.Equal(before, library.BytesOf("a"));
        Assert.Equal(["a.json", "a.json.journal"], library.Files);
    }

    [Fact]
    public async Task A_run_in_which_every_recording_leaks_leaves_no_journal()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LeakingAt("/leak");

        await Assert.ThrowsAsync<SecretLeakException>(() => library.Record("a", RecordMode.Once, server.At("/leak")));

        Assert.Empty(library.Files);
    }

    [Fact]
    public async Task A_leak_of_an_allowed_rule_is_saved()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LeakingAt("/leak");
        await using (var recorder = library.Use("a", new CassetteOptions { AllowedLeaks = ["github-token"] }))
        {
            await recorder.GetAll(server.At("/leak"));
        }

        Assert.Equal($"the key {Samples.GitHub}", library.Load("a").Interactions[0].Response.Body.Text);
    }

    [Fact]
    public async Task The_scan_runs_without_redaction_and_finds_nothing_after_redaction()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(context => context.Response.WriteAsync($$"""{"token":"{{Samples.Jwt}}"}"""));
        await library.Record("a", RecordMode.Once, server.At("/"));

        var fault = await Assert.ThrowsAsync<SecretLeakException>(async () =>
        {
            await using var recorder = library.Use("b", new CassetteOptions { Redaction = Redaction.None });
            await recorder.GetAll(server.At("/"));
        });

        Assert.Equal("response body at $.token", Assert.Single(fault.Leaks).Place);
        Assert.Equal(["a.json"], library.Files);
    }

    [Fact]
    public async Task Old_recordings_are_played_without_a_scan()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LeakingAt("/leak");
        var uri = server.At("/leak");
        new Cassette([new(new("GET", $"{uri}"), new(200, "OK", $"{uri}") { Body = RecordedBody.FromText(Samples.GitHub) })]).Save(library.PathOf("a"));

        Assert.Equal([Samples.GitHub, "fine"], await library.Record("a", RecordMode.NewEpisodes, uri, server.At("/1")));

        Assert.Equal(2, library.Load("a").Interactions.Count);
    }

    [Fact]
    public void An_unknown_rule_is_an_error_before_anything_is_opened()
    {
        using var library = new TemporaryLibrary();

        Assert.Throws<ArgumentException>(() => library.Use("a", new CassetteOptions { AllowedLeaks = ["everything"] }));
        Assert.Empty(library.Files);
    }

    private static Task<LoopbackServer> LeakingAt(string path) => LoopbackServer.Answering(context =>
        context.Response.WriteAsync(context.Request.Path == path ? $"the key {Samples.GitHub}" : "fine"));
}
