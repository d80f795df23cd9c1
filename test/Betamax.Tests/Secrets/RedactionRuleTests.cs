namespace Betamax.Tests.Secrets;

public sealed class RedactionRuleTests
{
    [Theory]
    [InlineData("Authorization", "Bearer abc", "Bearer <REDACTED>")]
    [InlineData("authorization", "Digest username=\"a\", response=\"b\"", "Digest <REDACTED>")]
    [InlineData("Proxy-Authorization", "Basic YTpi", "Basic <REDACTED>")]
    [InlineData("Authorization", "abc", "<REDACTED>")]
    [InlineData("Cookie", "a=1; b=2=3;c=", "a=<REDACTED>; b=<REDACTED>;c=")]
    [InlineData("Cookie", "abc; d", "<REDACTED>; <REDACTED>")]
    [InlineData("Set-Cookie", "abc; Secure", "<REDACTED>; Secure")]
    [InlineData("Set-Cookie", "a=1; Path=/; HttpOnly", "a=<REDACTED>; Path=/; HttpOnly")]
    [InlineData("Set-Cookie", "a=1", "a=<REDACTED>")]
    [InlineData("X-Api-Key", "abc", "<REDACTED>")]
    [InlineData("x_api_key", "abc", "<REDACTED>")]
    [InlineData("PRIVATE-TOKEN", "abc", "<REDACTED>")]
    [InlineData("X-Amz-Security-Token", "abc", "<REDACTED>")]
    [InlineData("X-Api-Key", "", "")]
    [InlineData("Accept", "text/html", "text/html")]
    [InlineData("Location", "/next?token=abc&page=2#top", "/next?token=<REDACTED>&page=2#top")]
    public void A_header_keeps_everything_except_the_secret(string name, string value, string onTape)
    {
        var headers = new RecordedHeaders([new(name, [value])]);
        var redacted = Redacted(new RecordedRequest("GET", "http://a.example/") { Headers = headers });

        Assert.Equal([onTape], redacted.Headers[name]);
    }

    [Theory]
    [InlineData("http://a.example/?access_token=abc&page=2", "http://a.example/?access_token=<REDACTED>&page=2")]
    [InlineData("http://a.example/?Api-Key=a%20b#token=x", "http://a.example/?Api-Key=<REDACTED>#token=<REDACTED>")]
    [InlineData("http://a.example/?X-Amz-Signature=abc&sig=def&signature=", "http://a.example/?X-Amz-Signature=<REDACTED>&sig=<REDACTED>&signature=")]
    [InlineData("http://a.example/?access%5Ftoken=abc", "http://a.example/?access%5Ftoken=<REDACTED>")]
    [InlineData("http://a.example/token=abc?a=token&token", "http://a.example/token=abc?a=token&token")]
    public void A_query_keeps_everything_except_the_secret(string uri, string onTape) =>
        Assert.Equal(onTape, Redacted(new RecordedRequest("GET", uri)).Uri);

    [Theory]
    [InlineData("grant_type=password&username=me&password=abc", "grant_type=password&username=me&password=<REDACTED>")]
    [InlineData("client_secret=a+b&scope=x", "client_secret=<REDACTED>&scope=x")]
    public void A_form_keeps_everything_except_the_secret(string form, string onTape) =>
        Assert.Equal(onTape, Redacted(Body(form, "application/x-www-form-urlencoded; charset=utf-8")).Body.Text);

    [Theory]
    [InlineData("""{"token":"abc","a":1}""", """{"token":"<REDACTED>","a":1}""")]
    [InlineData("""[{"a":{"b":[{"accessToken":"abc"}]}}]""", """[{"a":{"b":[{"accessToken":"<REDACTED>"}]}}]""")]
    [InlineData("""{"password":"a","password":"b"}""", """{"password":"<REDACTED>","password":"<REDACTED>"}""")]
    [InlineData("""{"secret":12.50}""", """{"secret":"<REDACTED>"}""")]
    [InlineData("""{"token":null,"api_key":true,"jwt":""}""", """{"token":null,"api_key":true,"jwt":""}""")]
    [InlineData("""{"token":{"id":"kept"},"tokens":["kept"]}""", """{"token":{"id":"<REDACTED>"},"tokens":["kept"]}""")]
    [InlineData("""{"to\u006ben":"abc","n":"to\u006ben"}""", """{"to\u006ben":"<REDACTED>","n":"to\u006ben"}""")]
    [InlineData("{ \"n\" : 1.0e+10,\r\n\t\"d\":\"2013-09-28\" , \"token\" : \"a\\\"b\" , \"n\" : 100000000000000000001 }\n",
        "{ \"n\" : 1.0e+10,\r\n\t\"d\":\"2013-09-28\" , \"token\" : \"<REDACTED>\" , \"n\" : 100000000000000000001 }\n")]
    [InlineData("""{"token":"abc", and then no JSON "token":"x" """, """{"token":"<REDACTED>", and then no JSON "token":"<REDACTED>" """)]
    [InlineData("token=abc", "token=abc")]
    public void JSON_keeps_every_byte_except_those_of_the_secret(string json, string onTape) =>
        Assert.Equal(onTape, Redacted(Body(json, "application/json")).Body.Text);

    [Fact]
    public void A_message_without_secrets_stays_the_same_instance()
    {
        var request = Body("""{"page_token":"abc","key":"b"}""", "application/json") with { Uri = "http://a.example/?pageToken=abc&key=b&code=1" };
        var interaction = new Interaction(request, new RecordedResponse(200, "OK", request.Uri) { Headers = request.Headers, Body = request.Body });

        Assert.Same(interaction, Redaction.Default.Apply(interaction, []));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-_")]
    [InlineData(null)]
    public void A_name_without_letters_is_refused(string? name) =>
        Assert.Throws<ArgumentException>(() => Redaction.Default.AddHeaders(name!));

    [Fact]
    public void The_length_fits_the_body_on_the_tape()
    {
        var request = Body("""{"token":"abc"}""", "application/json");
        var redacted = Redacted(request with { Headers = request.Headers.With("Content-Length", "15") });

        Assert.Equal([$"{redacted.Body.Bytes.Length}"], redacted.Headers["Content-Length"]);
    }

    [Fact]
    public void Names_are_added_and_removed()
    {
        var redaction = Redaction.Default.AddHeaders("X-Own").AddParameters("pin").AddJsonProperties("iban").Except("token", "Cookie");
        var request = new RecordedRequest("POST", "http://a.example/?pin=1&token=2&password=3")
        {
            Headers = new([new("X-Own", ["4"]), new("Cookie", ["a=5"]), new("Authorization", ["Basic 6"])]),
            Body = RecordedBody.FromText("""{"iban":"7","token":"8","pin":"9","secret":"10"}"""),
        };

        var redacted = redaction.Apply(request, []);

        Assert.Equal("http://a.example/?pin=<REDACTED>&token=2&password=<REDACTED>", redacted.Uri);
        Assert.Equal(["<REDACTED>", "a=5", "Basic <REDACTED>"], redacted.Headers.Values.Select(values => values[0]));
        Assert.Equal("""{"iban":"<REDACTED>","token":"8","pin":"9","secret":"<REDACTED>"}""", redacted.Body.Text);
        Assert.Contains("pin=1", Redacted(request).Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void None_changes_nothing()
    {
        var request = new RecordedRequest("GET", "http://a.example/?token=1") { Headers = new([new("Authorization", ["Basic 2"])]) };

        Assert.Same(request, Redaction.None.Apply(request, []));
    }

    [Fact]
    public void None_can_be_added_to() =>
        Assert.Equal(
            "http://a.example/?token=1&pin=<REDACTED>",
            Redaction.None.AddParameters("pin").Apply(new RecordedRequest("GET", "http://a.example/?token=1&pin=2"), []).Uri);

    private static RecordedRequest Redacted(RecordedRequest request) => Redaction.Default.Apply(request, []);

    private static RecordedRequest Body(string text, string type) => new("POST", "http://a.example/")
    {
        Headers = new([new("Content-Type", [type])]),
        Body = RecordedBody.FromText(text),
    };
}
