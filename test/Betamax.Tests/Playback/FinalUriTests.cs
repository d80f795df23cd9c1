namespace Betamax.Tests.Playback;

public sealed class FinalUriTests
{
    [Theory]
    [InlineData("http://recorded.test", "http://recorded.test/")]
    [InlineData("http://RECORDED.test:80/", "http://recorded.test/")]
    public async Task A_url_that_is_another_spelling_of_the_URI_is_not_a_redirect(string uri, string url)
    {
        using var library = new TemporaryLibrary();
        library.Write("a", $$"""
            {"http_interactions": [
              {"request": {"body": "", "headers": {}, "method": "GET", "uri": "{{uri}}"},
               "response": {"body": "", "headers": {"Location": "/next"}, "status_code": 302, "url": "{{url}}"} },
              {"request": {"body": "", "headers": {}, "method": "GET", "uri": "http://recorded.test/next"},
               "response": {"body": "the end", "headers": {}, "status_code": 200, "url": "http://recorded.test/next"} }]}
            """);
        await using var recorder = library.Use("a", new CassetteOptions
        {
            RecordMode = RecordMode.None,
            MatchRequestsOn = [RequestMatchers.Path],
        });
        using var client = recorder.CreateClient();

        using var response = await client.GetAsync("http://asked.test/");

        Assert.Equal("the end", await response.Content.ReadAsStringAsync());
        Assert.Equal(new Uri("http://asked.test/next"), response.RequestMessage!.RequestUri);
    }
}
