using System.Text;

namespace Betamax.Tests.Secrets;

public sealed class JsonInTextTests
{
    [Theory]
    [InlineData("JSON lines", "{\"token\":\"a\"}\r\n{\"n\":1}\n{\"token\" : \"b\"}\n", "{\"token\":\"<REDACTED>\"}\r\n{\"n\":1}\n{\"token\" : \"<REDACTED>\"}\n")]
    [InlineData("texts in a row", """{"token":"a"}{"token":2}""", """{"token":"<REDACTED>"}{"token":"<REDACTED>"}""")]
    [InlineData("a byte order mark", "\uFEFF{\"token\":\"a\"}", "\uFEFF{\"token\":\"<REDACTED>\"}")]
    [InlineData("a prefix", ")]}',\n{\"token\":\"a\"}", ")]}',\n{\"token\":\"<REDACTED>\"}")]
    [InlineData("a call", "callback({\"token\":\"a\"});", "callback({\"token\":\"<REDACTED>\"});")]
    [InlineData("events", "event: x\ndata: {\"token\":\"a\"}\n\ndata: it's 5\" long\n\ndata: {\"token\":\"b\"}\n\n",
        "event: x\ndata: {\"token\":\"<REDACTED>\"}\n\ndata: it's 5\" long\n\ndata: {\"token\":\"<REDACTED>\"}\n\n")]
    [InlineData("a comment", "{\"a\":1, // the \"token\": here\n\"token\":\"a\"}", "{\"a\":1, // the \"token\": here\n\"token\":\"<REDACTED>\"}")]
    [InlineData("broken off in the value", """{"a":1,"token":"abc""", """{"a":1,"token":"<REDACTED>""")]
    [InlineData("broken off in a list", """{"a":1,"credentials":["abc",{"x":"def""", """{"a":1,"credentials":["<REDACTED>",{"x":"<REDACTED>""")]
    [InlineData("broken before", """{"a":]],"token":"abc"}""", """{"a":]],"token":"<REDACTED>"}""")]
    [InlineData("broken off behind the name", """{"token" : """, """{"token" : """)]
    [InlineData("names and values that look alike", """["token",": x","token",{"a":"token","token":"b"}]""", """["token",": x","token",{"a":"token","token":"<REDACTED>"}]""")]
    [InlineData("quotation marks in a name", """{"my\"token":"kept","token":"a\\"}""", """{"my\"token":"kept","token":"<REDACTED>"}""")]
    [InlineData("JSON in a string", """{"body":"{\"token\":\"a\\\"b\",\"pin\":1,\"jwt\": 2}","n":1}""", """{"body":"{\"token\":\"<REDACTED>\",\"pin\":1,\"jwt\": \"<REDACTED>\"}","n":1}""")]
    [InlineData("JSON in a string in a string", """{"a":"{\"b\":\"{\\\"token\\\":\\\"c\\\"}\"}"}""", """{"a":"{\"b\":\"{\\\"token\\\":\\\"<REDACTED>\\\"}\"}"}""")]
    [InlineData("JSON in a string, broken off", """{"body":"{\"token\":\"abc","n":"kept"}""", """{"body":"{\"token\":\"<REDACTED>","n":"kept"}""")]
    [InlineData("a list in a string", """{"body":"{\"credentials\":[1,\"a\"]}","n":1}""", """{"body":"{\"credentials\":[\"<REDACTED>\",\"<REDACTED>\"]}","n":1}""")]
    [InlineData("lists and objects", """{"token":[ 1.50, "a", true, null, {"x" : "b", "y":[[-2e5]]} ],"n":"kept"}""",
        """{"token":[ "<REDACTED>", "<REDACTED>", true, null, {"x" : "<REDACTED>", "y":[["<REDACTED>"]]} ],"n":"kept"}""")]
    public void Only_the_secret_is_replaced(string what, string text, string onTape)
    {
        foreach (var type in new[] { "application/json", "text/plain", "application/x-www-form-urlencoded", null })
        {
            Assert.True(onTape == Redacted(text, type), $"{what}, as {type}: {Redacted(text, type)}");
            Assert.Equal(onTape, Redacted(onTape, type));
        }
    }

    [Fact]
    public void A_placeholder_is_kept_in_whatever_way_it_is_written()
    {
        var body = RecordedBody.FromText("""{"token":"<MY \"KEY\">","jwt":"\u003cMINE>","x":"{\"token\":\"<MINE>\"}"}""");
        var request = new RecordedRequest("POST", "http://a.example/") { Body = body };

        Assert.Same(request, Redaction.Default.Apply(request, [new("""<MY "KEY">""", ""), new("<MINE>", "")]));
    }

    [Fact]
    public void Bytes_that_are_not_text_are_kept_and_a_body_with_a_zero_byte_is_unchanged()
    {
        Assert.Equal([.. "{\"a\":\""u8, 0xFF, 0xED, 0xA0, 0x80, .. "\",\"token\":\"<REDACTED>\"}"u8],
            Redacted([.. "{\"a\":\""u8, 0xFF, 0xED, 0xA0, 0x80, .. "\",\"token\":\""u8, 0xFF, .. "\"}"u8]));
        byte[] archive = [.. "PK\x03\x04\0\0"u8, .. """{"token":"a"}"""u8];
        Assert.Equal(archive, Redacted(archive));
    }

    [Fact]
    public void Deep_and_long_texts_take_no_longer_than_others()
    {
        const int Many = 100_000;
        Assert.Contains("\"token\":\"<REDACTED>\"", Redacted(new string('[', Many) + """{"token":"abc"}""" + new string(']', Many), null), StringComparison.Ordinal);
        Assert.DoesNotContain("abc", Redacted("""{"token":""" + new string('[', Many) + "\"abc\"" + new string(']', Many), null), StringComparison.Ordinal);
        foreach (var piece in new[] { "\"token\":", "\":", "\\\"", "\\", "\"", ": ", "\"token\":\"", "\"token\":[", "\\\"token\\\":\"", "[\"", "\"a\" " })
        {
            _ = Redacted(string.Concat(Enumerable.Repeat(piece, Many)), null);
            _ = Redacted("\"token\":[" + string.Concat(Enumerable.Repeat(piece, Many)), null);
        }
    }

    private static string Redacted(string text, string? type) => Encoding.UTF8.GetString(Redacted(Encoding.UTF8.GetBytes(text), type));

    private static byte[] Redacted(byte[] bytes, string? type = null) => Redaction.Default.Apply(
        new RecordedRequest("POST", "http://a.example/")
        {
            Headers = type is null ? RecordedHeaders.Empty : new([new("Content-Type", [type])]),
            Body = RecordedBody.FromBytes(bytes),
        }, []).Body.Bytes.ToArray();
}
