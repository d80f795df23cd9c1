using System.Text;
using System.Text.Json;
using Betamax.Secrets;
using Betamax.Secrets.Leaks;

namespace Betamax.Tests.Secrets.Placeholders;

/// <summary>Every encoding in every place, in both directions.</summary>
public sealed class PlaceholderPlaceTests
{
    private const string Value = "p@ss/w+rd 'é'\\1";
    private const string Other = "an;other=one&\"😀";

    private static readonly SecretFilter Recording = new([new("<THE_KEY>", Value)], Redaction.None);
    private static readonly SecretFilter Playing = new([new("<THE_KEY>", Other)], Redaction.None);

    /// <summary>How a value is written, and what the cassette then contains.</summary>
    private static readonly Dictionary<string, (Func<string, string> Write, string Tape)> Encodings = new()
    {
        ["percent"] = (Uri.EscapeDataString, "%3CTHE_KEY%3E"),
        ["percent, lower case"] = (Lower, "%3cTHE_KEY%3e"),
        ["System.Text.Json"] = (value => JsonSerializer.Serialize(value)[1..^1], "\\u003CTHE_KEY\\u003E"),
        ["JSON"] = (value => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal), "\\u003cTHE_KEY\\u003e"),
        ["base64"] = (Base64, Base64("<THE_KEY>")),
        ["Basic, as password"] = (value => "Basic " + Base64($"u:{value}"), "Basic " + Base64("u:<THE_KEY>")),
        ["Basic, as user"] = (value => "Basic " + Base64($"{value}:"), "Basic " + Base64("<THE_KEY>:")),
        ["base64 of a text"] = (value => Base64($"me{value} and more"), Base64("me<THE_KEY> and more")),
        ["JSON in base64"] = (value => Base64(JsonSerializer.Serialize(new[] { value })), Base64("[\"\\u003CTHE_KEY\\u003E\"]")),
    };

    /// <summary>How a value is written so that it is not replaced.</summary>
    private static readonly Dictionary<string, Func<string, string>> RareEncodings = new()
    {
        ["percent, twice"] = value => Uri.EscapeDataString(Uri.EscapeDataString(value)),
        ["JSON, twice"] = value => JsonEncodedText.Encode(JsonSerializer.Serialize(value)).ToString(),
        ["base64, percent-encoded"] = value => Uri.EscapeDataString(Base64($"u{value}")),
        ["base64, escaped in JSON"] = value => Base64($"ao\u00e9{value}").Replace("/", "\\/", StringComparison.Ordinal),
        ["base64 in base64"] = value => Base64(Base64(value)),
        ["base64 after other letters"] = value => "abcde-" + Base64($"u{value}"),
        ["hexadecimal"] = value => Convert.ToHexString(Encoding.UTF8.GetBytes(value)),
    };

    public static TheoryData<string, string> EncodingsAndPlaces =>
        [.. Encodings.Keys.SelectMany(encoding => Places.All, (encoding, place) => (encoding, place))];

    [Theory]
    [MemberData(nameof(EncodingsAndPlaces))]
    public void A_value_is_hidden_in_its_encoding_and_another_is_revealed_in_the_same(string encoding, string place)
    {
        var (write, tape) = Encodings[encoding];
        if (IsBase64(tape) && place is "path" or "query" or "url" or "form")
        {
            // URIs and forms use the alphabet that needs no percent-encoding.
            var standard = write;
            (write, tape) = (value => Base64Url(standard(value)), Base64Url(tape));
        }

        var recorded = Places.Put(place, write(Value));

        var onTape = Recording.Hide(recorded);

        Assert.Equal(tape, Places.Read(place, onTape));
        Assert.Equal(InForm(place, encoding, write(Value)), Places.Read(place, Recording.Reveal(onTape)));
        Assert.Equal(InForm(place, encoding, write(Other)), Places.Read(place, Playing.Reveal(onTape)));
        Assert.All([onTape, Recording.Reveal(onTape), Playing.Reveal(onTape)], LengthFits);
    }

    [Fact]
    public void In_a_form_a_space_is_a_plus_sign()
    {
        var recorded = Places.Put("form", Uri.EscapeDataString(Value).Replace("%20", "+", StringComparison.Ordinal));

        var onTape = Recording.Hide(recorded);

        Assert.Equal("%3CTHE_KEY%3E", Places.Read("form", onTape));
        Assert.Equal(recorded, Recording.Reveal(onTape));
    }

    public static TheoryData<string, string> RareEncodingsAndPlaces =>
        [.. RareEncodings.Keys.SelectMany(encoding => Places.All, (encoding, place) => (encoding, place))];

    [Theory]
    [MemberData(nameof(RareEncodingsAndPlaces))]
    public void In_a_rarer_encoding_the_leak_scan_refuses_it(string encoding, string place)
    {
        var recorded = Places.Put(place, RareEncodings[encoding](Value));

        var onTape = Recording.Hide(recorded);

        Assert.Equal(recorded, onTape);
        Assert.Equal([LeakRules.PlaceholderValue], new LeakScan([new("<THE_KEY>", Value)]).Find(onTape).Select(leak => leak.Rule).Distinct());
    }

    [Theory]
    [MemberData(nameof(PlacesAlone))]
    public void A_plain_value_has_a_plain_placeholder_on_the_cassette(string place)
    {
        var onTape = new SecretFilter([new("<THE_KEY>", "v4lue")], Redaction.None).Hide(Places.Put(place, "of v4lue, and"));

        Assert.Equal("of <THE_KEY>, and", Places.Read(place, onTape));
        Assert.Equal("of an0ther, and", Places.Read(place, new SecretFilter([new("<THE_KEY>", "an0ther")], Redaction.None).Reveal(onTape)));
    }

    public static TheoryData<string> PlacesAlone => [.. Places.All];

    [Theory]
    [InlineData("json", "an;other=one&\\\"😀")]
    [InlineData("sse", "an;other=one&\\\"😀")]
    [InlineData("form", "an%3Bother%3Done%26%22%F0%9F%98%80")]
    [InlineData("query", "an%3Bother%3Done%26%22%F0%9F%98%80")]
    [InlineData("path", "an%3Bother%3Done%26%22%F0%9F%98%80")]
    [InlineData("response text", Other)]
    public void A_value_that_would_break_the_message_is_escaped(string place, string played) =>
        Assert.Equal(played, Places.Read(place, Playing.Reveal(Places.Put(place, "<THE_KEY>"))));

    [Theory]
    [MemberData(nameof(PlacesAlone))]
    public void Escapes_without_a_value_are_unchanged(string place)
    {
        var recorded = Places.Put(place, "%20%zz\\u0041\\n+p%40ss");

        Assert.Equal(recorded, Recording.Hide(recorded));
        Assert.Equal(recorded, Recording.Reveal(recorded));
    }

    [Fact]
    public void A_value_that_is_JSON_is_revealed_as_JSON()
    {
        var secrets = new SecretFilter([new("<ACCOUNT>", """{"id":"a"}""")], Redaction.None);
        var recorded = Places.Put("response text", """{"s":"\"","account":{"id":"a"},"key":"a\nb"}""");

        var onTape = secrets.Hide(recorded);

        Assert.Equal("""{"s":"\"","account":<ACCOUNT>,"key":"a\nb"}""", onTape.Response.Body.Text);
        Assert.Equal(recorded, secrets.Reveal(onTape));
    }

    [Theory]
    [InlineData("a\\nb")]
    [InlineData("a%20b")]
    public void A_value_that_is_given_in_its_escaped_form_is_revealed_in_it(string value)
    {
        var secrets = new SecretFilter([new("<KEY>", value)], Redaction.None);
        var recorded = Places.Put(value.Contains('%', StringComparison.Ordinal) ? "query" : "json", value);

        Assert.Equal(recorded, secrets.Reveal(secrets.Hide(recorded)));
        Assert.Contains("<KEY>", $"{secrets.Hide(recorded)}{secrets.Hide(recorded).Response.Body}", StringComparison.Ordinal);
    }

    private static bool IsBase64(string tape) => !tape.Contains("KEY", StringComparison.Ordinal);

    private static void LengthFits(Interaction interaction)
    {
        if (interaction.Response.Headers.TryGetValue("Content-Length", out var length))
        {
            Assert.Equal([$"{interaction.Response.Body.Bytes.Length}"], length);
        }
    }

    private static string Lower(string value) => System.Text.RegularExpressions.Regex.Replace(
        Uri.EscapeDataString(value), "%..", octet => octet.Value.ToLowerInvariant());

    private static string InForm(string place, string encoding, string written) =>
        place == "form" && encoding.StartsWith("percent", StringComparison.Ordinal) ? written.Replace("%20", "+", StringComparison.Ordinal) : written;

    private static string Base64Url(string text) => text.Replace("Basic ", "Basic.", StringComparison.Ordinal).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
