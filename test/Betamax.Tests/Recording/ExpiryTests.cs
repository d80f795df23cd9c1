namespace Betamax.Tests.Recording;

public sealed class ExpiryTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_expired_cassette_is_recorded_anew_and_replaces_the_old_one_on_eject()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await RecordOld(library, server.At("/x"), server.At("/gone"));
        var before = library.BytesOf("a");

        await using (var recorder = library.Use("a", Expiring(days: 10)))
        {
            Assert.True(recorder.IsRecording);
            Assert.Equal(["3"], await recorder.GetAll(server.At("/x")));
            Assert.Equal(before, library.BytesOf("a"));
        }

        var interaction = Assert.Single(library.Load("a").Interactions);
        Assert.Equal("3", interaction.Response.Body.Text);
        Assert.Equal(Now, interaction.RecordedAt);
    }

    [Fact]
    public async Task When_the_new_recording_fails_the_old_cassette_is_still_there()
    {
        using var library = new TemporaryLibrary();
        Uri good, bad;
        await using (var gone = await LoopbackServer.Counting())
        {
            bad = gone.At("/bad");
        }

        await using var server = await LoopbackServer.Counting();
        good = server.At("/good");
        await RecordOld(library, good);
        var before = library.BytesOf("a");
        var warnings = new List<string>();

        await using (var recorder = library.Use("a", Expiring(days: 10) with { Warn = warnings.Add }))
        {
            await recorder.GetAll(good);
            await Assert.ThrowsAsync<HttpRequestException>(() => recorder.GetAll(bad));
        }

        Assert.Equal(before, library.BytesOf("a"));
        Assert.Equal(["a.json"], library.Files);
        Assert.Contains(library.PathOf("a"), Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_oldest_interaction_counts()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await RecordOld(library, server.At("/x"));
        await using (var recorder = library.Use("a", new CassetteOptions { RecordMode = RecordMode.NewEpisodes, TimeProvider = new At(Now) }))
        {
            await recorder.GetAll(server.At("/y"));
        }

        Assert.True(library.Use("a", Expiring(days: 29)).IsRecording);
        Assert.False(library.Use("a", Expiring(days: 31)).IsRecording);
    }

    [Fact]
    public async Task An_expired_cassette_can_be_played_with_a_warning()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await RecordOld(library, server.At("/x"));
        var warnings = new List<string>();

        await using var recorder = library.Use("a", Expiring(days: 10) with { OnExpired = ExpiryAction.WarnAndPlay, Warn = warnings.Add });

        Assert.Equal(["1"], await recorder.GetAll(server.At("/x")));
        Assert.Contains("2030-01-01 12:00:00Z", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_cassette_can_be_an_error()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await RecordOld(library, server.At("/x"));

        var fault = Assert.Throws<BetamaxException>(() => library.Use("a", Expiring(days: 10) with { OnExpired = ExpiryAction.Fail }));

        Assert.Contains(library.PathOf("a"), fault.Message, StringComparison.Ordinal);
        Assert.Contains("BETAMAX_RECORD_MODE=rewrite", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task None_records_nothing_again()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await RecordOld(library, server.At("/x"));
        var options = Expiring(days: 10) with { RecordMode = RecordMode.None, Warn = warning => Assert.Fail(warning) };

        await using var recorder = library.Use("a", options);

        Assert.Equal(["1"], await recorder.GetAll(server.At("/x")));
    }

    [Fact]
    public async Task A_warning_and_an_error_hold_in_None_too()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await RecordOld(library, server.At("/x"));
        var warnings = new List<string>();
        var options = Expiring(days: 10) with { RecordMode = RecordMode.None, Warn = warnings.Add };

        var fault = Assert.Throws<BetamaxException>(() => library.Use("a", options with { OnExpired = ExpiryAction.Fail }));
        Assert.Empty(warnings);
        await using var recorder = library.Use("a", options with { OnExpired = ExpiryAction.WarnAndPlay });

        Assert.StartsWith("The cassette is older than its re-record interval", fault.Message, StringComparison.Ordinal);
        Assert.StartsWith("The cassette is older than its re-record interval", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Equal(["1"], await recorder.GetAll(server.At("/x")));
        Assert.Equal(["GET /x"], server.Requests);
    }

    [Fact]
    public void A_cassette_that_does_not_say_when_it_was_recorded_does_not_expire()
    {
        using var library = new TemporaryLibrary();
        new Cassette([new(new("GET", "http://localhost/"), new(200, "OK", "http://localhost/"))]).Save(library.PathOf("a"));

        Assert.False(library.Use("a", Expiring(days: 10)).IsRecording);
    }

    private static CassetteOptions Expiring(int days) =>
        new() { ReRecordInterval = TimeSpan.FromDays(days), TimeProvider = new At(Now) };

    private static async Task RecordOld(TemporaryLibrary library, params Uri[] uris)
    {
        await using var recorder = library.Use("a", new CassetteOptions { TimeProvider = new At(Now.AddDays(-30)) });
        await recorder.GetAll(uris);
    }

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
