using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.Secrets;

public sealed class RedactedTapeTests
{
    private const string Secret = "s3cret-of-mine";

    [Fact]
    public async Task While_recording_the_caller_sees_the_real_response_and_the_cassette_is_redacted()
    {
        using var library = new TemporaryLibrary();
        await using var server = await Issuing();
        await using (var recorder = library.Use("a"))
        {
            using var client = recorder.CreateClient();
            using var response = await client.GetAsync(server.At("/"));
            Assert.Equal([$"session={Secret}; path=/"], response.Headers.GetValues("Set-Cookie"));
            Assert.Equal($$"""{"token":"{{Secret}}"}""", await response.Content.ReadAsStringAsync());

            // The next request sends the real cookie.
            Assert.Contains("session", await client.GetStringAsync(server.At("/again")), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Secret, await File.ReadAllTextAsync(library.PathOf("a")), StringComparison.Ordinal);
        Assert.Equal(["session=<REDACTED>; path=/"], library.Load("a").Interactions[0].Response.Headers["Set-Cookie"]);
        Assert.Equal(["session=<REDACTED>"], library.Load("a").Interactions[1].Request.Headers["Cookie"]);
    }

    [Theory]
    [InlineData("http://host/?token=")]
    [InlineData("http://host/#token=")]
    [InlineData("http://user:", "@host/")]
    public async Task A_request_with_only_a_URI_finds_its_redacted_recording(string before, string behind = "")
    {
        using var library = new TemporaryLibrary();
        var uri = $"{before}<REDACTED>{behind}";
        new Cassette([new(new("GET", uri), new(200, "OK", uri))]).Save(library.PathOf("a"));
        using var recorder = library.Use("a");
        using var invoker = new HttpMessageInvoker(recorder.CreateHandler(new HttpClientHandler()));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{before}{Secret}{behind}");

        using var response = await invoker.SendAsync(request, CancellationToken.None);

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_journal_contains_no_secret()
    {
        using var library = new TemporaryLibrary();
        await using var server = await Issuing();
        await using var recorder = library.Use("a");
        using var client = recorder.CreateClient();

        await client.GetStringAsync(server.At("/"));

        var journal = KeptJournal.Of(recorder, library);
        Assert.Contains("<REDACTED>", journal, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, journal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task A_redacted_cassette_plays_with_any_key_and_another_only_with_its_own(bool redacted, bool plays)
    {
        using var library = new TemporaryLibrary();
        var options = new CassetteOptions
        {
            MatchRequestsOn = [RequestMatchers.Method, RequestMatchers.Uri, RequestMatchers.Headers, RequestMatchers.JsonBody],
            Redaction = redacted ? Redaction.Default : Redaction.None,
        };
        await using var server = await Issuing();
        await Post(library, options, server.At("/"), Secret);
        var playing = options with { RecordMode = RecordMode.None, Redaction = Redaction.Default };

        await Post(library, playing, server.At("/"), Secret);

        var other = await Record.ExceptionAsync(() => Post(library, playing, server.At("/"), "another-key"));
        Assert.Equal(plays, other is null);
        Assert.Equal(plays ? typeof(void) : typeof(UnhandledRequestException), other?.GetType() ?? typeof(void));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_placeholder_is_applied_before_redaction()
    {
        using var library = new TemporaryLibrary();
        var options = new CassetteOptions { Placeholders = [new("<MINE>", Secret)] };
        await using var server = await Issuing();

        await Post(library, options, server.At("/"), Secret);

        var request = library.Load("a").Interactions[0].Request;
        Assert.EndsWith("?api_key=<MINE>", request.Uri, StringComparison.Ordinal);
        Assert.Equal(["Bearer <MINE>"], request.Headers["Authorization"]);
        Assert.Equal("""{"password":"<MINE>"}""", request.Body.Text);
        Assert.Contains(Secret, await Post(library, options with { RecordMode = RecordMode.None }, server.At("/"), Secret), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_contains_no_secret_of_the_request_or_of_an_unredacted_cassette()
    {
        using var library = new TemporaryLibrary();
        await using var server = await Issuing();
        RequestMatcher[] matchers = [RequestMatchers.Uri, RequestMatchers.Headers, RequestMatchers.JsonBody];
        await Post(library, new CassetteOptions { Redaction = Redaction.None, MatchRequestsOn = matchers }, server.At("/"), Secret);

        var refusal = await Assert.ThrowsAsync<UnhandledRequestException>(() => Post(
            library, new CassetteOptions { RecordMode = RecordMode.None, MatchRequestsOn = matchers }, server.At("/other"), "an0ther-secret"));

        Assert.Contains("<REDACTED>", refusal.Message, StringComparison.Ordinal);
        Refusals.HoldNothingOf(Secret, refusal);
        Refusals.HoldNothingOf("an0ther-secret", refusal);
    }

    private static Task<LoopbackServer> Issuing() => LoopbackServer.Answering(context =>
    {
        context.Response.Headers.SetCookie = $"session={Secret}; path=/";
        return context.Response.WriteAsync(
            context.Request.Headers.Cookie == $"session={Secret}" ? "a session" : $$"""{"token":"{{Secret}}"}""");
    });

    private static async Task<string> Post(TemporaryLibrary library, CassetteOptions options, Uri uri, string key)
    {
        await using var recorder = library.Use("a", options);
        using var client = recorder.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        using var content = new StringContent($$"""{"password":"{{key}}"}""", System.Text.Encoding.UTF8, "application/json");
        content.Headers.ContentLength = null;
        using var response = await client.PostAsync(new Uri(uri, $"?api_key={key}"), content);
        return await response.Content.ReadAsStringAsync();
    }
}
