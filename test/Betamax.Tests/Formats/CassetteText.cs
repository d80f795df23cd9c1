using System.Text;

namespace Betamax.Tests.Formats;

/// <summary>Cassettes as text, for tests to read and write.</summary>
internal static class CassetteText
{
    public const string Request = """{"body": "", "headers": {}, "method": "GET", "uri": "http://a.test/"}""";

    public const string Response = """{"body": "", "headers": {}, "status": {"code": 200, "message": "OK"}, "url": "http://a.test/"}""";

    public static Cassette Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    public static Cassette Read(byte[] utf8, string? path = "example.json") => Read(new MemoryStream(utf8), path);

    public static Cassette Read(Stream stream, string? path = "example.json") => CassetteFormats.Betamax.Read(stream, path);

    public static Interaction ReadOne(string request = Request, string response = Response, string more = "") =>
        Assert.Single(Read(Create(request, response, more)).Interactions);

    public static RecordedBody ReadBody(string body) =>
        ReadOne(response: Response.Replace("\"body\": \"\"", $"\"body\": {body}", StringComparison.Ordinal)).Response.Body;

    public static string Create(string request = Request, string response = Response, string more = "") =>
        $$"""{"http_interactions": [{"request": {{request}}, "response": {{response}}{{more}}}], "recorded_with": "betamax"}""";

    public static CassetteFormatException Fault(string json) => Assert.Throws<CassetteFormatException>(() => Read(json));

    public static byte[] SaveBytes(Cassette cassette)
    {
        using var stream = new MemoryStream();
        cassette.Save(stream);
        return stream.ToArray();
    }

    public static string Save(Cassette cassette) => Encoding.UTF8.GetString(SaveBytes(cassette));

    public static string Save(Interaction interaction) => Save(new Cassette([interaction]));

    public static void AssertEqual(Cassette expected, Cassette actual)
    {
        Assert.Equal(expected.Interactions, actual.Interactions);
        Assert.Equal(expected.Unknown, actual.Unknown);
        foreach (var (one, other) in expected.Interactions.Zip(actual.Interactions))
        {
            AssertEqual(one.Request.Body, other.Request.Body);
            AssertEqual(one.Response.Body, other.Response.Body);
        }
    }

    private static void AssertEqual(RecordedBody expected, RecordedBody actual)
    {
        Assert.Equal(expected.Encoding, actual.Encoding);
        Assert.Equal(expected.Text, actual.Text);
        Assert.Equal(expected.IsStoredAsText, actual.IsStoredAsText);
        Assert.Equal(expected.Unknown, actual.Unknown);
    }
}
