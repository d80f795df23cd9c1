using System.Text;

namespace Betamax.Tests.Formats;

public sealed class ReaderFaultsTests
{
    /// <summary>A valid cassette. Each row replaces one piece and expects the place of the fault.</summary>
    private const string Good = """
        {
          "http_interactions": [
            {"request": {"headers": {}, "method": "GET", "uri": "u"}, "response": {"headers": {}, "status": {"code": 1}}},
            {
              "request": {
                "body": {"encoding": "utf-8", "string": "s"},
                "headers": {"X-A": ["v", "w"], "B": "v"},
                "method": "GET",
                "uri": "u"
              },
              "response": {
                "body": {"encoding": null, "base64_string": "AAAA"},
                "headers": {},
                "status": {"code": 200, "message": "OK"},
                "url": "u"
              },
              "recorded_at": "2013-09-28T01:25:38"
            }
          ],
          "recorded_with": "betamax"
        }
        """;

    [Fact]
    public void The_cassette_that_the_rows_change_is_valid() => Assert.Equal(2, CassetteText.Read(Good).Interactions.Count);

    [Theory]
    [InlineData("\"s\"", "1", 6, ".request.body.string", "expected a string or null, found the number 1.")]
    [InlineData("\"utf-8\"", "[]", 6, ".request.body.encoding", "expected a string or null, found a list.")]
    [InlineData("\"utf-8\"", "\"klingon\"", 6, ".request.body.encoding", "the charset 'klingon' is not known")]
    [InlineData("\"utf-8\"", "\"utf-7\"", 6, ".request.body.encoding", "the charset 'utf-7' is not known")]
    [InlineData("\"s\"", "\"a\\ud83d\"", 6, ".request.body.string", "half of a surrogate pair")]
    [InlineData("{\"encoding\": \"utf-8\", \"string\": \"s\"}", "12", 6, ".request.body", "expected a body object, a string or null, found the number 12.")]
    [InlineData("[\"v\", \"w\"]", "5", 7, ".request.headers.X-A", "expected a string or a list of strings, found the number 5.")]
    [InlineData("\"w\"", "null", 7, ".request.headers.X-A[1]", "expected a string, found null.")]
    [InlineData("\"B\": \"v\"", "\"B\": {}", 7, ".request.headers.B", "expected a string or a list of strings, found an object.")]
    [InlineData("\"B\"", "\"\\udc00\"", 7, ".request.headers['\\udc00']", "half of a surrogate pair")]
    [InlineData("{\"X-A\": [\"v\", \"w\"], \"B\": \"v\"}", "null", 7, ".request.headers", "expected an object, found null.")]
    [InlineData("    \"headers\": {\"X-A\"", "    \"header\": {\"X-A\"", 5, ".request", "the key 'headers' is missing.")]
    [InlineData("        \"method\": \"GET\",", "", 5, ".request", "the key 'method' is missing.")]
    [InlineData("        \"method\": \"GET\",", "\"method\": true,", 8, ".request.method", "expected a string, found a boolean.")]
    [InlineData("        \"uri\": \"u\"", "\"url\": \"u\"", 5, ".request", "the key 'uri' is missing.")]
    [InlineData("\"AAAA\"", "\"AAA\"", 12, ".response.body.base64_string", "this is not valid base64.")]
    [InlineData("\"AAAA\"", "\"A*AA\"", 12, ".response.body.base64_string", "this is not valid base64.")]
    [InlineData("\"AAAA\"", "\"\\ud83d\"", 12, ".response.body.base64_string", "half of a surrogate pair")]
    [InlineData("\"AAAA\"", "false", 12, ".response.body.base64_string", "expected a string or null, found a boolean.")]
    [InlineData("{\"code\": 200, \"message\": \"OK\"}", "200", 14, ".response.status", "expected an object, found the number 200.")]
    [InlineData("\"status\": {\"code\": 200", "\"state\": {\"code\": 200", 11, ".response", "the key 'status' is missing.")]
    [InlineData("\"code\": 200, ", "", 14, ".response.status", "the key 'code' is missing.")]
    [InlineData("200", "-1", 14, ".response.status.code", "expected an integer from 0 to 999, found the number -1.")]
    [InlineData("200", "1000", 14, ".response.status.code", "expected an integer from 0 to 999, found the number 1000.")]
    [InlineData("200", "2e2", 14, ".response.status.code", "expected an integer from 0 to 999, found the number 2e2.")]
    [InlineData("200", "\"200\"", 14, ".response.status.code", "expected an integer from 0 to 999, found a string.")]
    [InlineData("\"OK\"", "3", 14, ".response.status.message", "expected a string or null, found the number 3.")]
    [InlineData("\"url\": \"u\"", "\"url\": 4", 15, ".response.url", "expected a string or null, found the number 4.")]
    [InlineData("\"2013-09-28T01:25:38\"", "\"yesterday\"", 17, ".recorded_at", "'yesterday' is not a time such as")]
    [InlineData("\"2013-09-28T01:25:38\"", "\"2013-09-28T01:25:38.Z\"", 17, ".recorded_at", "is not a time such as")]
    [InlineData("\"2013-09-28T01:25:38\"", "\"0001-01-01T00:00:00+10:00\"", 17, ".recorded_at", "is not a time such as")]
    [InlineData("\"2013-09-28T01:25:38\"", "\"2013-09-28\"", 17, ".recorded_at", "is not a time such as")]
    [InlineData("\"2013-09-28T01:25:38\"", "\"2013-09-28T01:25\"", 17, ".recorded_at", "is not a time such as")]
    [InlineData("\"2013-09-28T01:25:38\"", "\"2013-09-28T01:25+02\"", 17, ".recorded_at", "is not a time such as")]
    [InlineData("\"2013-09-28T01:25:38\"", "\"2013-09-28T\\ud83d\"", 17, ".recorded_at", "half of a surrogate pair")]
    [InlineData("\"2013-09-28T01:25:38\"", "0", 17, ".recorded_at", "expected a string or null, found the number 0.")]
    [InlineData("      \"recorded_at\"", "      ,", 17, ".response", "it is not valid JSON.")]
    [InlineData("        \"url\"", "        url", 15, ".response.status", "it is not valid JSON.")]
    public void An_error_in_an_interaction_says_where_it_is(string piece, string broken, int line, string path, string problem)
    {
        var at = Good.LastIndexOf(piece, StringComparison.Ordinal);
        Assert.True(at > 0);

        var fault = CassetteText.Fault(Good.Remove(at, piece.Length).Insert(at, broken));

        Assert.Contains(problem, fault.Message, StringComparison.Ordinal);
        Assert.Equal("$.http_interactions[1]" + path.Replace(".X-A", "['X-A']", StringComparison.Ordinal), fault.JsonPath);
        Assert.Equal((line, 1, "example.json"), (fault.LineNumber, fault.InteractionIndex, fault.Path));
    }

    [Theory]
    [InlineData(" ", "$", 1, "it is not valid JSON.")]
    [InlineData("\n\n[]", "$", 3, "expected an object, found a list.")]
    [InlineData("\"x\"", "$", 1, "expected an object, found a string.")]
    [InlineData("null", "$", 1, "expected an object, found null.")]
    [InlineData("{}", "$", 1, "the key 'http_interactions' is missing.")]
    [InlineData("{\"http_interactions\":\n{}}", "$.http_interactions", 2, "expected a list, found an object.")]
    [InlineData("{\"http_interactions\": [],\n \"recorded_with\": 1}", "$.recorded_with", 2, "expected a string or null, found the number 1.")]
    [InlineData("{\"http_interactions\": []}\n{}", "$", 2, "it is not valid JSON.")]
    [InlineData("{\"http_interactions\": []}\0", "$", 1, "it is not valid JSON.")]
    [InlineData("{\"http_interactions\": [],}", "$.http_interactions", 1, "it is not valid JSON.")]
    [InlineData("// c\n{\"http_interactions\": []}", "$", 1, "it is not valid JSON.")]
    public void An_error_outside_of_the_interactions_has_no_index(string json, string path, int line, string problem)
    {
        var fault = CassetteText.Fault(json);

        Assert.Contains(problem, fault.Message, StringComparison.Ordinal);
        Assert.Equal((path, line, null), (fault.JsonPath, fault.LineNumber, fault.InteractionIndex));
    }

    [Theory]
    [InlineData("[5]", "[0]", "expected an object, found the number 5.")]
    [InlineData("[{}]", "[0]", "the key 'request' is missing.")]
    [InlineData("[{\"request\": null}]", "[0].request", "expected an object, found null.")]
    public void An_item_that_is_not_an_interaction_is_an_error(string items, string path, string problem)
    {
        var fault = CassetteText.Fault($$"""{"http_interactions": {{items}}}""");

        Assert.Contains(problem, fault.Message, StringComparison.Ordinal);
        Assert.Equal(("$.http_interactions" + path, 0), (fault.JsonPath, fault.InteractionIndex));
    }

    [Fact]
    public void A_request_without_a_response_is_an_error() =>
        Assert.Contains("the key 'response' is missing.",
            CassetteText.Fault($$"""{"http_interactions": [{"request": {{CassetteText.Request}}}]}""").Message, StringComparison.Ordinal);

    [Fact]
    public void Every_truncation_is_an_error_with_a_place()
    {
        for (var length = 1; length < Good.Length; length++)
        {
            var fault = CassetteText.Fault(Good[..length]);
            Assert.Equal(1 + Good.AsSpan(0, length).Count('\n'), fault.LineNumber);
            Assert.StartsWith("$", fault.JsonPath, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_truncated_file_says_how_far_it_goes()
    {
        var fault = CassetteText.Fault(Good[..Good.IndexOf("\"w\"", StringComparison.Ordinal)]);

        Assert.Equal(("$.http_interactions[1].request.headers['X-A'][0]", 1), (fault.JsonPath, fault.InteractionIndex));
    }

    [Fact]
    public void Invalid_UTF_8_is_an_error_with_its_place()
    {
        var utf8 = Encoding.Latin1.GetBytes(Good.Replace("\"w\"", "\"w\u00E9\"", StringComparison.Ordinal));

        var fault = Assert.Throws<CassetteFormatException>(() => CassetteText.Read(utf8));

        Assert.Contains("the byte 0xE9 is not valid UTF-8.", fault.Message, StringComparison.Ordinal);
        Assert.Equal(("$.http_interactions[1].request.headers['X-A'][1]", 7), (fault.JsonPath, fault.LineNumber));
    }

    [Fact]
    public void Nesting_is_bounded()
    {
        var deep = CassetteText.Create(more: $", \"x\": {new string('[', 400)}{new string(']', 400)}");
        Assert.Equal(CassetteText.Save(CassetteText.Read(deep)), CassetteText.Save(CassetteText.Read(CassetteText.Save(CassetteText.Read(deep)))));

        var tooDeep = new string('[', 100_000) + new string(']', 100_000);
        Assert.Contains("not valid JSON", CassetteText.Fault(CassetteText.Create(more: $", \"x\": {tooDeep}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_says_which_file_where_and_what_to_do()
    {
        var fault = CassetteText.Fault(Good.Replace("[\"v\", \"w\"]", "5", StringComparison.Ordinal));

        Assert.Equal("""
            The cassette cannot be read: expected a string or a list of strings, found the number 5.
              file: example.json
              at:   line 7, interaction 1, $.http_interactions[1].request.headers['X-A']
            The file is unchanged. Correct that place, or delete the file and record it again.
            """, fault.Message);
    }

    [Fact]
    public void A_stream_has_no_path() =>
        Assert.Null(Assert.Throws<CassetteFormatException>(() => CassetteText.Read("[]"u8.ToArray(), null)).Path);
}
