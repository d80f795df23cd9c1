using static Betamax.Tests.Recording.RefusalScene;

namespace Betamax.Tests.Recording;

/// <summary>Like <see cref="RefusalTests"/>, but the method and the URI match, and a body or a header differs.</summary>
public sealed class RefusalOfContentTests
{
    private const string Film = """{"title": "Alien", "year": 1979, "cast": ["Weaver", "Hurt"]}""";

    private const string Sequel = """{"title": "Aliens", "year": 1979, "cast": ["Weaver", "Biehn"]}""";

    [Fact]
    public async Task Another_body()
    {
        await using var scene = await OnTape(Post("/films", "Alien, 1979"));
        await scene.Refuses(On(RequestMatchers.Body), [Post("/films", "Alien, 1986")]);
    }

    [Fact]
    public async Task Another_JSON_body_compared_as_bytes()
    {
        await using var scene = await OnTape(PostJson("""{"title":"Alien"}"""));
        await scene.Refuses(On(RequestMatchers.Body), [PostJson("""{ "title": "Alien" }""")]);
    }

    [Fact]
    public async Task Another_field_of_JSON()
    {
        await using var scene = await OnTape(PostJson(Film));
        await scene.Refuses(
            On(RequestMatchers.JsonBody), [PostJson(Sequel)]);

        await scene.Play(On(RequestMatchers.JsonBody.Ignoring("$.cast[1]", "$.title")), PostJson(Sequel));
    }

    [Fact]
    public async Task Many_fields_of_JSON()
    {
        await using var scene = await OnTape(PostJson(Fields("old")));
        await scene.Refuses(On(RequestMatchers.JsonBody), [PostJson(Fields("new"))]);

        static string Fields(string value) =>
            $"{{{string.Join(',', Enumerable.Range(0, 20).Select(i => $"\"field{i}\": \"{value}\""))}}}";
    }

    [Fact]
    public async Task Long_values_of_JSON()
    {
        await using var scene = await OnTape(PostJson($$"""{"plot": "{{new string('a', 200)}}b"}"""));
        await scene.Refuses(On(RequestMatchers.JsonBody), [PostJson($$"""{"plot": "{{new string('a', 200)}}c"}""")]);
    }

    [Fact]
    public async Task JSON_in_another_order_is_not_refused()
    {
        await using var scene = await OnTape(PostJson(Film));
        await scene.Play(On(RequestMatchers.JsonBody), PostJson("""{"cast":["Weaver","Hurt"],"year":1979.0,"title":"Alien"}"""));
    }

    [Fact]
    public async Task Another_header_among_those_that_count()
    {
        await using var scene = await OnTape(WithAccept("application/json"));
        await scene.Refuses(On(RequestMatchers.Headers.Only("Accept", "X-Tenant")), [WithAccept("text/html")]);
    }

    [Fact]
    public async Task Another_field_of_a_form()
    {
        await using var scene = await OnTape(Form("title=Alien&year=1979"));
        await scene.Refuses(On(RequestMatchers.FormUrlEncodedBody), [Form("title=Alien&year=1986&sequel=yes")]);
    }

    [Fact]
    public async Task Another_part_of_a_multipart_form()
    {
        await using var scene = await OnTape(Upload("first", [0, 1, 2, 3]));
        await scene.Refuses(On(RequestMatchers.MultipartFormDataBody), [Upload("second", [0, 1, 9, 3])]);
    }

    [Fact]
    public async Task A_multipart_form_compared_as_bytes()
    {
        await using var scene = await OnTape(Upload("first", [0, 1, 2, 3]));
        await scene.Refuses(On(RequestMatchers.Body), [Upload("second", [0, 1, 2, 3])]);

        await scene.Play(On(RequestMatchers.MultipartFormDataBody), Upload("second", [0, 1, 2, 3]));
    }

    [Fact]
    public async Task Another_nonce_of_digest_authentication()
    {
        var options = On(RequestMatchers.DigestAuth) with { Redaction = Redaction.Default.Except("Authorization") };
        await using var scene = await OnTape();
        await scene.Play(options, Digest("n1"));
        await scene.Refuses(options, [Digest("n2")]);
    }

    [Fact]
    public async Task Digest_authentication_that_is_redacted_and_then_missing()
    {
        await using var scene = await OnTape(Digest("n1"));
        await scene.Refuses(On(RequestMatchers.DigestAuth), [Get("/films")]);
    }

    [Fact]
    public async Task Several_matchers_at_once()
    {
        await using var scene = await OnTape(PostJson(Film));
        await scene.Refuses(
            On(RequestMatchers.JsonBody, RequestMatchers.Headers.Only("X-Tenant")),
            [new HttpRequestMessage(HttpMethod.Post, "/films?draft") { Content = new StringContent("Alien"), Headers = { { "X-Tenant", "b" } } }]);
    }

    private static CassetteOptions On(params RequestMatcher[] more) =>
        new() { MatchRequestsOn = [RequestMatchers.Method, RequestMatchers.Uri, .. more] };

    private static HttpRequestMessage WithAccept(string value) =>
        new(HttpMethod.Get, "/films") { Headers = { { "Accept", value } } };

    private static HttpRequestMessage Form(string body) => Post("/films", body, "application/x-www-form-urlencoded");

    private static HttpRequestMessage Upload(string boundary, byte[] file) => new(HttpMethod.Post, "/films")
    {
        Content = new MultipartFormDataContent(boundary)
        {
            { new StringContent("Alien"), "title" },
            { new ByteArrayContent(file), "poster", "poster.png" },
        },
    };

    private static HttpRequestMessage Digest(string nonce) => new(HttpMethod.Get, "/films")
    {
        Headers = { { "Authorization", $"Digest username=\"ripley\", nonce=\"{nonce}\", cnonce=\"c{nonce}\", response=\"r{nonce}\"" } },
    };
}
