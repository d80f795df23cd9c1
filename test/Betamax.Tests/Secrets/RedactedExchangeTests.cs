namespace Betamax.Tests.Secrets;

/// <summary>A request that is recorded with one secret is played with another, in every kind of message.</summary>
public sealed class RedactedExchangeTests
{
    [Theory]
    [MemberData(nameof(Contents))]
    public async Task A_body_plays_with_another_secret_than_it_was_recorded_with(string what, Func<string, HttpContent> content)
    {
        using var library = new TemporaryLibrary();
        await using var server = await Echoing();
        var options = new CassetteOptions { MatchRequestsOn = [RequestMatchers.Method, RequestMatchers.Uri, RequestMatchers.Body] };

        Assert.Contains("first-one", await Send(library, options, server.At("/"), content("first-one")), StringComparison.Ordinal);
        var played = await Send(library, options with { RecordMode = RecordMode.None }, server.At("/"), content("another"));

        var tape = await File.ReadAllTextAsync(library.PathOf("a"));
        Assert.Contains("<REDACTED>", played, StringComparison.Ordinal);
        Assert.False(tape.Contains("first-one", StringComparison.Ordinal), what);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_secret_in_the_user_info_of_a_URI_may_be_another()
    {
        using var library = new TemporaryLibrary();
        await using var server = await Echoing();
        var options = new CassetteOptions();
        Uri With(string password) => new UriBuilder(server.At("/x")) { UserName = "me", Password = password }.Uri;

        using var first = new StringContent("a");
        await Send(library, options, With("first-one"), first);
        using var second = new StringContent("a");
        await Send(library, options with { RecordMode = RecordMode.None }, With("another"), second);

        Assert.Contains("//me:<REDACTED>@", library.Load("a").Interactions[0].Request.Uri, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    public static TheoryData<string, Func<string, HttpContent>> Contents() => new()
    {
        { "multipart", secret => new MultipartFormDataContent("part") { { new StringContent(secret), "password" }, { new StringContent("x"), "n" } } },
        { "a form", secret => new FormUrlEncodedContent([new("user[password]", secret)]) },
        { "JSON lines", secret => new StringContent($"{{\"n\":1}}\n{{\"token\":\"{secret}\"}}\n") },
        { "JSON in JSON", secret => new StringContent($$"""{"body":"{\"token\":\"{{secret}}\"}"}""") },
        { "events", secret => new StringContent($"data: {{\"credentials\":[\"{secret}\"]}}\n\n", null, "text/event-stream") },
    };

    private static Task<LoopbackServer> Echoing() => LoopbackServer.Answering(context =>
    {
        context.Response.ContentType = context.Request.ContentType;
        return context.Request.Body.CopyToAsync(context.Response.Body);
    });

    private static async Task<string> Send(TemporaryLibrary library, CassetteOptions options, Uri uri, HttpContent content)
    {
        await using var recorder = library.Use("a", options);
        using var client = recorder.CreateClient();
        using var response = await client.PostAsync(uri, content);
        return await response.Content.ReadAsStringAsync();
    }
}
