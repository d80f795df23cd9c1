namespace Betamax.Tests.Secrets;

public sealed class UriRedactionTests
{
    [Theory]
    [InlineData("https://me:pass@a.example/x", "https://me:<REDACTED>@a.example/x")]
    [InlineData("https://me:p:a@ss@a.example", "https://me:<REDACTED>@a.example")]
    [InlineData("https://abc123@a.example:8080/x?y=1", "https://<REDACTED>@a.example:8080/x?y=1")]
    [InlineData("https://abc123:@a.example/", "https://<REDACTED>:@a.example/")]
    [InlineData("https://a.example/@me:x/?to=b@c.example", "https://a.example/@me:x/?to=b@c.example")]
    [InlineData("https://a.example?to=http://me:x@b.example", "https://a.example?to=http://me:x@b.example")]
    [InlineData("https://me:x@a.example/?token=abc", "https://me:<REDACTED>@a.example/?token=<REDACTED>")]
    [InlineData("https://a.example/cb#access_token=abc&token_type=bearer", "https://a.example/cb#access_token=<REDACTED>&token_type=bearer")]
    [InlineData("https://a.example/#/page?token=abc", "https://a.example/#/page?token=<REDACTED>")]
    [InlineData("https://a.example/?user[password]=abc&token[]=d", "https://a.example/?user[password]=<REDACTED>&token[]=<REDACTED>")]
    [InlineData("https://a.example/?toke%6E=abc&credentia%6Cs=d&ACCESS%5Ftoken=e",
        "https://a.example/?toke%6E=<REDACTED>&credentia%6Cs=<REDACTED>&ACCESS%5Ftoken=<REDACTED>")]
    [InlineData("https://a.example/?next_page_token=abc&key=d&code=e", "https://a.example/?next_page_token=abc&key=d&code=e")]
    [InlineData("mailto:me@a.example", "mailto:me@a.example")]
    public void User_info_query_and_fragment_lose_their_secrets(string uri, string onTape)
    {
        var headers = new RecordedHeaders([new("Location", [uri]), new("Content-Location", [uri]), new("Referer", [uri]), new("X-Other", [uri])]);
        var interaction = new Interaction(
            new RecordedRequest("GET", uri) { Headers = headers },
            new RecordedResponse(200, "OK", uri) { Headers = headers, Trailers = headers });

        var (request, response) = (Redacted(interaction).Request, Redacted(interaction).Response);

        Assert.Equal([onTape, onTape], [request.Uri, response.Url]);
        foreach (var redacted in new[] { request.Headers, response.Headers, response.Trailers })
        {
            Assert.Equal([onTape, onTape, onTape, uri], redacted.Values.Select(values => values[0]));
        }
    }

    [Theory]
    [InlineData("<https://a.example/?page=2>; rel=\"next\"", "<https://a.example/?page=2>; rel=\"next\"")]
    [InlineData("<https://a.example/?token=abc&page=2>; rel=\"next\", <https://a.example/?token=def>; rel=\"last\"",
        "<https://a.example/?token=<REDACTED>&page=2>; rel=\"next\", <https://a.example/?token=<REDACTED>>; rel=\"last\"")]
    [InlineData("<https://a.example/?token=<MINE>>; rel=\"next\"", "<https://a.example/?token=<MINE>>; rel=\"next\"")]
    [InlineData("</x?page=2", "</x?page=2")]
    [InlineData("<", "<")]
    public void The_targets_of_links_lose_their_secrets(string link, string onTape)
    {
        var request = new RecordedRequest("GET", "http://a.example/") { Headers = new([new("Link", [link])]) };
        var redacted = Redaction.Default.Apply(request, [new("<MINE>", "")]);

        Assert.Equal([onTape], redacted.Headers["Link"]);
        Assert.Equal([onTape], Redaction.Default.Apply(redacted, [new("<MINE>", "")]).Headers["Link"]);
    }

    private static Interaction Redacted(Interaction interaction) => Redaction.Default.Apply(interaction, []);
}
