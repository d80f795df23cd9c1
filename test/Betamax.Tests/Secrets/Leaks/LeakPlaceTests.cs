using System.IO.Compression;
using System.Text;
using Betamax.Secrets.Leaks;

namespace Betamax.Tests.Secrets.Leaks;

public sealed class LeakPlaceTests
{
    private static readonly RecordedRequest Request = new("GET", "https://host/a?b=c");
    private static readonly RecordedResponse Response = new(200, "OK", "https://host/a?b=c");

    private static readonly Dictionary<string, Interaction> ByPlace = new()
    {
        ["request method"] = new(Request with { Method = Samples.GitHub }, Response),
        ["request URI"] = new(Request with { Uri = $"https://host/{Samples.GitHub}" }, Response),
        ["request header 'X-Key'"] = new(Request with { Headers = Headers("X-Key", Samples.GitHub) }, Response),
        ["request header no. 1"] = new(Request with { Headers = Headers(Samples.GitHub, "1") }, Response),
        ["request body at byte 2"] = new(Request with { Body = RecordedBody.FromText($"a {Samples.GitHub}") }, Response),
        ["response reason phrase"] = new(Request, Response with { ReasonPhrase = Samples.GitHub }),
        ["response URL"] = new(Request, Response with { Url = $"https://host/{Samples.GitHub}" }),
        ["response header 'X-Key'"] = new(Request, Response with { Headers = Headers("X-Key", Samples.GitHub) }),
        ["response trailer 'X-Key'"] = new(Request, Response with { Trailers = Headers("X-Key", Samples.GitHub) }),
        ["response body at $.items[1]['the note']"] = new(Request, Response with
        {
            Body = RecordedBody.FromText($$"""{"items": [{}, {"x": [1, 2], "the note": "{{Samples.GitHub}}"}]}"""),
        }),
        ["response body at byte 6"] = new(Request, Response with { Body = RecordedBody.FromText($$"""{"a":"{{Samples.GitHub}}""") }),
        ["response body at byte 2"] = new(Request, Response with { Body = RecordedBody.FromText($$"""{"{{Samples.GitHub}}":1}""") }),
        ["response body at byte 3"] = new(Request, Response with { Body = RecordedBody.FromBytes((byte[])[0, 255, 0, .. Encoding.UTF8.GetBytes(Samples.GitHub)]) }),
        ["response body at byte 5"] = new(Request, Response with { Body = RecordedBody.FromText("\u00e9, \n" + Samples.GitHub, "latin-1") }),
        ["response body, once it is decompressed"] = new(Request, Response with { Body = RecordedBody.FromBytes(Gzip(Samples.GitHub)) }),
        ["message of the failure"] = new(Request, Response with { StatusCode = 0, Failure = new(default, [new("IOException", Samples.GitHub)]) }),
    };

    public static TheoryData<string> Places => [.. ByPlace.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_leak_shows_its_place_and_not_its_value(string place)
    {
        var leak = Assert.Single(new LeakScan([], []).Find(ByPlace[place]));

        Assert.Equal(("github-token", place), (leak.Rule, leak.Place));
        Assert.DoesNotContain(Samples.GitHub, $"{leak}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://host:8080/a/{0}?b=c", "https://host:8080/<REDACTED>")]
    [InlineData("https://user:{0}@host/a", "https://host/<REDACTED>")]
    [InlineData("https://{0}.host/a", "<REDACTED>")]
    [InlineData("no uri {0}", "<REDACTED>")]
    public void A_URI_that_leaks_is_shown_without_the_secret(string uri, string shown)
    {
        var leak = Assert.Single(new LeakScan([], []).Find(new Interaction(Request with { Uri = string.Format(null, uri, Samples.GitHub) }, Response)));

        Assert.Equal(shown, leak.Uri);
    }

    [Fact]
    public void The_value_of_a_placeholder_is_a_leak_wherever_it_remains()
    {
        var scan = new LeakScan([new("<KEY>", "a-value-of-mine"), new("<USER>", "octocat"), new("<NAME-of-many>", "NAME-of-many")], []);
        var text = $"octocat <NAME-of-many> {Samples.Base64("the a-value-of-mine")}";

        var leak = Assert.Single(scan.Find(new Interaction(Request, Response with { Headers = Headers("X-Key", text) })));

        Assert.Equal((LeakRules.PlaceholderValue, "response header 'X-Key'"), (leak.Rule, leak.Place));
    }

    [Fact]
    public void An_allowed_rule_is_skipped_and_an_unknown_one_is_an_error_with_the_list()
    {
        Assert.Empty(new LeakScan([], ["github-token"]).Find(ByPlace["request URI"]));
        Assert.Single(new LeakScan([], ["jwt"]).Find(ByPlace["request URI"]));
        Assert.Empty(new LeakScan([new("<KEY>", "https://host/")], [LeakRules.PlaceholderValue]).Find(new Interaction(Request, Response)));

        var error = Assert.Throws<ArgumentException>(() => new LeakScan([], ["github"]));
        Assert.Contains("'github'", error.Message, StringComparison.Ordinal);
        Assert.All(LeakRules.Names, name => Assert.Contains(name, error.Message, StringComparison.Ordinal));
    }

    private static RecordedHeaders Headers(string name, string value) => RecordedHeaders.Empty.With(name, value);

    private static byte[] Gzip(string text)
    {
        using var compressed = new MemoryStream();
        using (var coder = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            coder.Write(Encoding.UTF8.GetBytes(text));
        }

        return compressed.ToArray();
    }
}
