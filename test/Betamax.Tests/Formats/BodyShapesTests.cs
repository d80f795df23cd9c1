using System.Text;

namespace Betamax.Tests.Formats;

public sealed class BodyShapesTests
{
    [Theory]
    [InlineData("""{"encoding": "utf-8", "string": "h\u00e9\n"}""", "hé\n", "utf-8")]
    [InlineData("""{"string": "hé", "encoding": "UTF-8"}""", "hé", "UTF-8")]
    [InlineData("""{"encoding": null, "string": "hé"}""", "hé", null)]
    [InlineData("""{"string": "hé"}""", "hé", null)]
    [InlineData("\"hé\"", "hé", "utf-8")]
    [InlineData("\"\"", "", "utf-8")]
    [InlineData("null", "", "utf-8")]
    [InlineData("{}", "", null)]
    [InlineData("""{"encoding": "utf-8", "string": null, "base64_string": null}""", "", "utf-8")]
    public void Text_is_read(string json, string text, string? encoding)
    {
        var body = CassetteText.ReadBody(json);

        Assert.Equal((text, encoding), (body.Text, body.Encoding));
        Assert.Equal(Encoding.UTF8.GetBytes(text), body.Bytes.ToArray());
        Assert.True(body.IsStoredAsText);
    }

    [Fact]
    public void A_message_without_body_has_an_empty_one() =>
        Assert.True(CassetteText.ReadOne(request: """{"headers": {}, "method": "a", "uri": "u"}""").Request.Body.IsEmpty);

    [Theory]
    [InlineData("""{"encoding": null, "base64_string": "AP8="}""")]
    [InlineData("""{"base64_string": "AP8=", "encoding": "utf-8", "string": ""}""")]
    [InlineData("""{"encoding": "gzip-or-what", "base64_string": "A P\n8\r\n=\t"}""")]
    public void Base64_is_read(string json)
    {
        var body = CassetteText.ReadBody(json);

        Assert.Equal([0x00, 0xFF], body.Bytes.ToArray());
        Assert.False(body.IsStoredAsText);
        Assert.Null(body.Text);
        Assert.Empty(body.Unknown.All);
    }

    [Theory]
    [InlineData("""{"encoding": "utf-8", "string": "other", "base64_string": "AP8="}""")]
    [InlineData("""{"encoding": "utf-8", "base64_string": "AP8=", "string": "other"}""")]
    public void Base64_overrides_text_and_the_text_is_kept(string json)
    {
        var body = CassetteText.ReadBody(json);
        Assert.Equal([0x00, 0xFF], body.Bytes.ToArray());

        var saved = CassetteText.Save(new Interaction(new("GET", "u") { Body = body }, new(200, null, "u")));
        Assert.Contains("\"base64_string\": \"AP8=\",\n          \"string\": \"other\"\n", saved, StringComparison.Ordinal);
        Assert.Equal(saved, CassetteText.Save(CassetteText.Read(saved)));
    }

    [Fact]
    public void Empty_base64_overrides_text_in_the_saved_cassette_too()
    {
        var body = CassetteText.ReadBody("""{"encoding": "utf-8", "string": "other", "base64_string": ""}""");
        Assert.True(body.IsEmpty);

        var saved = CassetteText.Save(new Interaction(new("GET", "u") { Body = body }, new(200, null, "u")));

        Assert.True(Assert.Single(CassetteText.Read(saved).Interactions).Request.Body.IsEmpty);
        Assert.Equal(saved, CassetteText.Save(CassetteText.Read(saved)));
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("ISO-8859-1")]
    [InlineData("latin_1")]
    [InlineData("windows-1252")]
    [InlineData("cp1252")]
    public void Text_is_encoded_with_its_charset(string charset)
    {
        var body = CassetteText.ReadBody($$"""{"encoding": "{{charset}}", "string": "\u00e9"}""");

        Assert.Equal([0xE9], body.Bytes.ToArray());
        Assert.Equal(charset, body.Encoding);
    }

    [Fact]
    public void The_name_that_Ruby_gives_to_bytes_is_read_as_UTF_8() =>
        Assert.Equal([0xC3, 0xA9], CassetteText.ReadBody("""{"encoding": "ASCII-8BIT", "string": "é"}""").Bytes.ToArray());
}
