using System.Net;
using System.Text;
using System.Text.Json;

namespace Betamax.Tests.Secrets.Placeholders;

/// <summary>Records with one value and plays with another, with every matcher.</summary>
public sealed class AnotherValueTests
{
    private const string Recorded = "r3corded/v+lue \"é\"";
    private const string Played = "an0ther&value=of;this\\length'";

    private static readonly CassetteOptions Options = new()
    {
        MatchRequestsOn = [RequestMatchers.Method, RequestMatchers.Uri, RequestMatchers.Headers, RequestMatchers.Body],
    };

    public static TheoryData<string, bool> Bodies => new()
    {
        { "json", true }, { "json", false }, { "form", true }, { "form", false }, { "text", true }, { "gzip", true },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_request_with_the_other_value_gets_a_response_with_the_other_value(string body, bool redacts)
    {
        using var library = new TemporaryLibrary();
        var redaction = redacts ? Redaction.Default : Redaction.None;
        Uri address;
        await using (var server = await Echoing())
        {
            address = server.Address;
            Assert.Equal(Text(body, Recorded), await Send(library, new() { Redaction = redaction }, RecordMode.Once, address, Recorded, body));
        }

        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Recorded))[..20], await File.ReadAllTextAsync(library.PathOf("a")), StringComparison.Ordinal);
        Assert.Equal(Text(body, Played), await Send(library, new() { Redaction = redaction }, RecordMode.None, address, Played, body));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_placeholder_is_replaced_in_Basic_credentials(bool redacts)
    {
        using var library = new TemporaryLibrary();
        await using var server = await Echoing();

        await Send(library, new() { Redaction = redacts ? Redaction.Default : Redaction.None }, RecordMode.Once, server.Address, Recorded, "text");

        Assert.Equal(
            ["Basic " + Convert.ToBase64String("me:<KEY>"u8)],
            library.Load("a").Interactions[0].Request.Headers["Authorization"]);
    }

    [Fact]
    public async Task An_encoded_placeholder_in_a_secret_parameter_is_not_redacted()
    {
        using var library = new TemporaryLibrary();
        await using var server = await Echoing();

        await Send(library, new(), RecordMode.Once, server.Address, Recorded, "form");

        var request = library.Load("a").Interactions[0].Request;
        Assert.EndsWith("/%3CKEY%3E?api_key=%3CKEY%3E", request.Uri, StringComparison.Ordinal);
        Assert.Equal("password=%3CKEY%3E", request.Body.Text);
    }

    private static Task<LoopbackServer> Echoing() => LoopbackServer.Answering(async context =>
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        context.Response.ContentType = context.Request.ContentType;
        context.Response.Headers.ContentEncoding = context.Request.Headers.ContentEncoding;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.ToArray());
    });

    private static string Text(string body, string value) => body switch
    {
        "json" => JsonSerializer.Serialize(new Dictionary<string, string> { ["password"] = value }),
        "form" => "password=" + Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal),
        _ => $"the value {value}",
    };

    private static ByteArrayContent Content(string body, string value)
    {
        var text = Text(body, value);
        var content = new ByteArrayContent(body == "gzip" ? Places.Packed(text, "gzip") : Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new(body switch { "json" => "application/json", "form" => "application/x-www-form-urlencoded", _ => "text/plain" });
        if (body == "gzip")
        {
            content.Headers.ContentEncoding.Add("gzip");
        }

        return content;
    }

    private static async Task<string> Send(
        TemporaryLibrary library, CassetteOptions options, RecordMode mode, Uri address, string value, string body)
    {
        await using var recorder = library.Use("a", options with
        {
            RecordMode = mode,
            MatchRequestsOn = Options.MatchRequestsOn,
            Placeholders = [new("<KEY>", value)],
        });
        using var client = recorder.CreateClient();
        var escaped = Uri.EscapeDataString(value);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, $"/{escaped}?api_key={escaped}"));
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"me:{value}")));
        request.Content = Content(body, value);
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
