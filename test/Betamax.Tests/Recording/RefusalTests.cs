using static Betamax.Tests.Recording.RefusalScene;

namespace Betamax.Tests.Recording;

/// <summary>A refused request explains itself. The approved messages are in the folder Refusals.</summary>
public sealed class RefusalTests
{
    private static readonly CassetteOptions Default = new();

    [Fact]
    public async Task Another_query_value()
    {
        await using var scene = await OnTape(Get("/films?page=2&size=10"));
        await scene.Refuses(Default, [Get("/films?page=3&size=10")]);

        await scene.Play(On(RequestMatchers.Method, RequestMatchers.Uri.Ignoring("page")), Get("/films?page=3&size=10"));
    }

    [Fact]
    public async Task A_query_parameter_that_is_missing()
    {
        await using var scene = await OnTape(Get("/films?page=2&size=10"));
        await scene.Refuses(Default, [Get("/films?page=2")]);
    }

    [Fact]
    public async Task Another_path()
    {
        await using var scene = await OnTape(Get("/films/42"));
        await scene.Refuses(Default, [Get("/films/43")]);
    }

    [Fact]
    public async Task Another_host()
    {
        await using var scene = await OnTape(Get("/films"));
        await scene.Refuses(Default, [Get("http://localhost/films")]);

        await scene.Play(On(RequestMatchers.Method, RequestMatchers.Path, RequestMatchers.Query), Get("http://localhost/films"));
    }

    [Fact]
    public async Task Another_method()
    {
        await using var scene = await OnTape(Get("/films"));
        await scene.Refuses(Default, [new HttpRequestMessage(HttpMethod.Delete, "/films")]);
    }

    [Fact]
    public async Task A_recording_that_was_played_already()
    {
        await using var scene = await OnTape(Get("/login"), Get("/films"));
        var refusal = await scene.Refuses(Default, [Get("/login"), Get("/films"), Get("/films")]);

        Assert.Equal([new UsedRecording(1, PlayedFor: 2)], refusal.UsedUp);
        Assert.Empty(refusal.Nearest);
    }

    [Fact]
    public async Task Several_recordings_that_were_played_already()
    {
        await using var scene = await OnTape(Get("/poll"), Get("/films"), Get("/poll"));
        await scene.Refuses(Default, [Get("/poll"), Get("/poll"), Get("/poll")]);
    }

    [Fact]
    public async Task The_nearest_was_played_already()
    {
        await using var scene = await OnTape(Get("/films?page=1"), Get("/films?page=2"));
        await scene.Refuses(Default, [Get("/films?page=1"), Get("/films?page=3")]);
    }

    [Fact]
    public async Task An_empty_cassette()
    {
        await using var scene = await OnTape(Get("/films"));
        scene.Edit(_ => """{"http_interactions": [], "recorded_with": "betamax/0.9.0"}""");
        await scene.Refuses(Default, [Get("/films")]);
    }

    [Fact]
    public async Task The_mode_None()
    {
        await using var scene = await OnTape(Get("/films"));
        await scene.Refuses(Default with { RecordMode = RecordMode.None }, [Get("/films"), Get("/films")]);
    }

    [Fact]
    public async Task A_long_cassette()
    {
        await using var scene = await OnTape([.. Enumerable.Range(1, 120).Select(page => Get($"/films?page={page}"))]);
        await scene.Refuses(Default, [Get("/films?page=121")]);
    }

    [Fact]
    public async Task A_matcher_of_ones_own()
    {
        await using var scene = await OnTape(Get("/films"));
        var never = RequestMatchers.Create("same-tenant", (_, _) => false);
        await scene.Refuses(On(RequestMatchers.Method, RequestMatchers.Uri, never), [Get("/films")]);
    }

    [Fact]
    public async Task A_matcher_of_ones_own_that_suggests_a_remedy()
    {
        await using var scene = await OnTape(Get("/films"));
        var refusal = await scene.Refuses(On(RequestMatchers.Method, new PathPrefix(depth: 1)), [Get("/actors")]);

        Assert.Equal("new PathPrefix(depth: 0)", refusal.Nearest[0].Results[1].Remedy?.Text);
        await scene.Play(On(RequestMatchers.Method, new PathPrefix(depth: 0)), Get("/actors"));
    }

    [Fact]
    public async Task A_remedy_is_not_shown_where_a_secret_differs_too()
    {
        await using var scene = await OnTape();
        await scene.Play(Default with { Redaction = Redaction.None }, Get("/films?api_key=k1&page=1"));
        var refusal = await scene.Refuses(Default, [Get("/films?api_key=k2&page=2")]);

        Assert.Null(refusal.Nearest[0].Results[1].Remedy);
    }

    [Fact]
    public async Task All_recordings_dropped_before_playback()
    {
        await using var scene = await OnTape(Get("/films"), Get("/films"));
        await scene.Refuses(Default with { BeforePlayback = _ => null }, [Get("/films")]);
    }

    [Fact]
    public async Task One_recording_dropped_before_playback()
    {
        await using var scene = await OnTape(Get("/films"), Get("/login"));
        var options = Default with
        {
            BeforePlayback = interaction => interaction.Request.Uri.EndsWith("/films", StringComparison.Ordinal) ? null : interaction,
        };
        await scene.Refuses(options, [Get("/films")]);
    }

    [Fact]
    public async Task No_secret_is_shown()
    {
        await using var scene = await OnTape(Get("/accounts/alice?api_key=k1&page=1"));
        var options = Default with { Placeholders = [new Placeholder("<ACCOUNT>", "alice")] };
        var refusal = await scene.Refuses(options, [Get("/accounts/alice?api_key=k2&page=2")]);

        Assert.DoesNotContain("alice", refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("k2", refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("alice", refusal.Request.Uri + refusal.Nearest[0].Request.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_secret_on_a_cassette_without_redaction()
    {
        await using var scene = await OnTape();
        await scene.Play(Default with { Redaction = Redaction.None }, Get("/films?api_key=k1"));
        var refusal = await scene.Refuses(Default, [Get("/films?api_key=k2")]);

        Assert.False(refusal.Nearest[0].Results[1].Matched);
        Assert.DoesNotContain("k1", refusal.ToString(), StringComparison.Ordinal);
        scene.Edit(cassette => cassette.Replace("k1", Redaction.Replacement, StringComparison.Ordinal));
        await scene.Play(Default, Get("/films?api_key=k2"));
    }

    /// <summary>Compares the first segments of the path.</summary>
    private sealed class PathPrefix(int depth) : KeyedRequestMatcher("path-prefix")
    {
        public override RequestParts Reads => RequestParts.Uri;

        public override string KeyOf(RecordedRequest request) =>
            string.Join('/', new Uri(request.Uri).AbsolutePath.Split('/').Skip(1).Take(depth));

        public override MatcherRemedy? SuggestRemedy(RecordedRequest request, RecordedRequest recorded) =>
            new($"new PathPrefix(depth: {depth - 1})", [new PathPrefix(depth - 1)]);
    }

    private static CassetteOptions On(params RequestMatcher[] matchers) => Default with { MatchRequestsOn = matchers };
}
