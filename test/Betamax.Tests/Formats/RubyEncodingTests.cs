namespace Betamax.Tests.Formats;

public sealed class RubyEncodingTests
{
    [Theory]
    [InlineData("ASCII-8BIT")]
    [InlineData("BINARY")]
    public void Text_without_a_charset_is_written_so_that_Python_can_encode_it(string encoding)
    {
        var body = RecordedBody.FromText("é", encoding);
        Assert.Equal([0xC3, 0xA9], body.Bytes.ToArray());

        var saved = CassetteText.Save(new Interaction(new("GET", "http://localhost/"), new(200, "OK", "http://localhost/") { Body = body }));

        Assert.Contains("\"encoding\": \"utf-8\",\n          \"string\": \"é\"", saved, StringComparison.Ordinal);
    }
}
