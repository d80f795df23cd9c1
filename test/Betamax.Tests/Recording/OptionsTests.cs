namespace Betamax.Tests.Recording;

public sealed class OptionsTests
{
    [Fact]
    public async Task Before_record_may_change_an_interaction_or_drop_it_and_the_caller_sees_the_real_one()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        var options = new CassetteOptions
        {
            BeforeRecord = interaction => interaction.Request.Uri.EndsWith("/drop", StringComparison.Ordinal)
                ? null
                : interaction with { Response = interaction.Response with { Body = RecordedBody.FromText("changed") } },
        };

        await using (var recorder = library.Use("a", options))
        {
            Assert.Equal(["1", "2"], await recorder.GetAll(server.At("/keep"), server.At("/drop")));
        }

        Assert.Equal("changed", Assert.Single(library.Load("a").Interactions).Response.Body.Text);
    }

    [Fact]
    public async Task Before_playback_may_change_an_interaction_or_drop_it_and_the_file_stays_as_it_is()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("a", RecordMode.Once, server.At("/x"), server.At("/drop"));
        var options = new CassetteOptions
        {
            RecordMode = RecordMode.NewEpisodes,
            BeforePlayback = interaction => interaction.Request.Uri.EndsWith("/drop", StringComparison.Ordinal)
                ? null
                : interaction with { Response = interaction.Response with { Body = RecordedBody.FromText("changed") } },
        };

        await using (var recorder = library.Use("a", options))
        {
            Assert.Equal(["changed", "3"], await recorder.GetAll(server.At("/x"), server.At("/drop")));
        }

        Assert.Equal(["1", "2", "3"], library.Load("a").Interactions.Select(i => i.Response.Body.Text!));
    }

    [Fact]
    public async Task The_hooks_of_a_run_are_called_with_its_recorder()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        var seen = new List<(string, Recorder, int)>();
        var options = new CassetteOptions
        {
            AfterStart = recorder => seen.Add(("start", recorder, recorder.Cassette.Interactions.Count)),
            BeforeStop = recorder => seen.Add(("stop", recorder, recorder.Cassette.Interactions.Count)),
        };

        var recorder = library.Use("a", options);
        await recorder.GetAll(server.At("/"));
        recorder.Eject();
        recorder.Eject();

        Assert.Equal([("start", recorder, 0), ("stop", recorder, 1)], seen);
    }

    [Fact]
    public async Task Ignored_requests_bypass_the_cassette_in_every_mode()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("a", RecordMode.Once, server.At("/x"));

        foreach (var mode in Enum.GetValues<RecordMode>())
        {
            await using var recorder = library.Use("a", new CassetteOptions { RecordMode = mode, Ignore = request => request.RequestUri!.AbsolutePath == "/live" });
            await recorder.GetAll(server.At("/live"), server.At("/live"));
        }

        Assert.Equal(10, server.Requests.Count(request => request == "GET /live"));
        Assert.Single(library.Load("a").Interactions);
    }

    [Fact]
    public async Task With_repeats_the_last_one_is_played_again()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("a", RecordMode.Once, server.At("/poll"), server.At("/poll"), server.At("/poll"));

        await using var recorder = library.Use("a", new CassetteOptions { AllowPlaybackRepeats = true });
        var poll = server.At("/poll");

        Assert.Equal(["1", "2", "3", "3", "3"], await recorder.GetAll(poll, poll, poll, poll, poll));
    }

    [Fact]
    public async Task A_recording_with_the_body_of_the_request_is_preferred()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        Task<string[]> Post(Recorder recorder, params string[] bodies) => recorder.PostAll(server.At("/"), bodies);
        await using (var recorder = library.Use("a"))
        {
            await Post(recorder, "a", "b", "c");
        }

        await using var playing = library.Use("a");

        Assert.Equal(["3", "1", "2"], await Post(playing, "c", "a", "unknown"));
    }

    [Fact]
    public async Task Unused_interactions_are_an_error_if_they_are_not_allowed()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("a", RecordMode.Once, server.At("/x"), server.At("/y"));
        var recorder = library.Use("a", new CassetteOptions { AllowUnusedInteractions = false });
        await recorder.GetAll(server.At("/x"));

        var fault = Assert.Throws<UnusedInteractionsException>(recorder.Eject);

        Assert.Equal(server.At("/y").AbsoluteUri, Assert.Single(fault.Unused).Request.Uri);
        Assert.Contains($"#1 GET {server.At("/y")}", fault.Message, StringComparison.Ordinal);
        Assert.Contains(library.PathOf("a"), fault.Message, StringComparison.Ordinal);
        recorder.Dispose();
    }

    public static TheoryData<string, CassetteOptions?> Wrong => new()
    {
        { "null", null },
        { "RecordMode", new CassetteOptions { RecordMode = (RecordMode)9 } },
        { "OnExpired", new CassetteOptions { OnExpired = (ExpiryAction)9 } },
        { "MatchRequestsOn", new CassetteOptions { MatchRequestsOn = [null!] } },
        { "MatchRequestsOn", new CassetteOptions { MatchRequestsOn = null! } },
        { "Placeholders", new CassetteOptions { Placeholders = [null!] } },
        { "Redaction", new CassetteOptions { Redaction = null! } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Options_that_are_wrong_are_an_argument_error_that_names_them(string named, CassetteOptions? options)
    {
        using var library = new TemporaryLibrary();

        var fault = Assert.Throws<ArgumentException>(() => new CassetteLibrary(library.Directory).UseCassette("a", _ => options!));

        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
        Assert.Empty(library.Files);
    }

    public static TheoryData<string, CassetteOptions> WithNull => new()
    {
        { nameof(CassetteOptions.Format), new() { Format = null! } },
        { nameof(CassetteOptions.MatchRequestsOn), new() { MatchRequestsOn = null! } },
        { nameof(CassetteOptions.MatchRequestsOn), new() { MatchRequestsOn = [null!] } },
        { nameof(CassetteOptions.Placeholders), new() { Placeholders = null! } },
        { nameof(CassetteOptions.Placeholders), new() { Placeholders = [null!] } },
        { nameof(CassetteOptions.Redaction), new() { Redaction = null! } },
        { nameof(CassetteOptions.AllowedLeaks), new() { AllowedLeaks = null! } },
        { nameof(CassetteOptions.AllowedLeaks), new() { AllowedLeaks = [null!] } },
        { nameof(CassetteOptions.Warn), new() { Warn = null! } },
        { nameof(CassetteOptions.TimeProvider), new() { TimeProvider = null! } },
    };

    [Theory]
    [MemberData(nameof(WithNull))]
    public void An_option_that_is_null_is_refused_before_anything_is_opened(string option, CassetteOptions options)
    {
        using var library = new TemporaryLibrary();

        var fault = Assert.Throws<ArgumentException>(() => library.Use("a", options));

        Assert.Contains($"{option} is null", fault.Message, StringComparison.Ordinal);
        Assert.Empty(library.Files);
    }
}
