namespace Betamax.Tests.Formats;

public sealed class ReaderTests
{
    [Fact]
    public void A_file_of_no_bytes_is_an_empty_cassette() => Assert.Empty(CassetteText.Read("").Interactions);

    [Fact]
    public void A_lone_byte_order_mark_is_an_empty_cassette() => Assert.Empty(CassetteText.Read("\uFEFF").Interactions);

    [Fact]
    public void A_byte_order_mark_and_CRLF_are_skipped() =>
        Assert.Single(CassetteText.Read("\uFEFF" + CassetteText.Create().Replace(",", ",\r\n", StringComparison.Ordinal)).Interactions);

    [Fact]
    public void Keys_come_in_any_order()
    {
        var cassette = CassetteText.Read("""
            {"recorded_with": "betamax/0.9.0", "http_interactions": [{
              "recorded_at": "2013-09-28T01:25:38",
              "response": {"status": {"message": null, "code": 404}, "headers": {}, "body": {"string": "é", "encoding": "iso-8859-1"}},
              "request": {"uri": "http://a.test/x", "method": "get", "headers": {"B": ["1", "2"], "a": "3"}, "body": null}}]}
            """);

        var interaction = Assert.Single(cassette.Interactions);
        Assert.Equal("betamax/0.9.0", cassette.RecordedWith);
        Assert.Equal(new DateTimeOffset(2013, 9, 28, 1, 25, 38, TimeSpan.Zero), interaction.RecordedAt);
        Assert.Equal(("get", "http://a.test/x"), (interaction.Request.Method, interaction.Request.Uri));
        Assert.Equal(["B", "a"], interaction.Request.Headers.Keys);
        Assert.Equal(["1", "2"], interaction.Request.Headers["b"]);
        Assert.Equal(["3"], interaction.Request.Headers["A"]);
        Assert.Equal((404, null), (interaction.Response.StatusCode, interaction.Response.ReasonPhrase));
        Assert.Equal([0xE9], interaction.Response.Body.Bytes.ToArray());
    }

    [Fact]
    public void A_response_without_url_came_from_the_uri_of_its_request()
    {
        const string WithoutUrl = """{"headers": {}, "status": {"code": 200}}""";
        Assert.Equal("http://a.test/", CassetteText.ReadOne(response: WithoutUrl).Response.Url);
        Assert.Equal("http://a.test/", CassetteText.ReadOne(response: WithoutUrl[..^1] + ", \"url\": null}").Response.Url);

        var turned = CassetteText.Read($$"""{"http_interactions": [{"response": {{WithoutUrl}}, "request": {{CassetteText.Request}}}]}""");
        Assert.Equal("http://a.test/", turned.Interactions[0].Response.Url);
    }

    [Fact]
    public void The_oldest_cassettes_have_a_bare_status_code()
    {
        var response = CassetteText.ReadOne(response: """{"headers": {}, "status_code": 201, "url": "u"}""").Response;

        Assert.Equal((201, null, "u"), (response.StatusCode, response.ReasonPhrase, response.Url));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("999", 999)]
    public void A_status_code_has_up_to_three_digits(string code, int expected) =>
        Assert.Equal(expected, CassetteText.ReadOne(response: $$"""{"headers": {}, "status": {"code": {{code}} } }""").Response.StatusCode);

    [Fact]
    public void The_last_of_two_known_keys_wins() =>
        Assert.Equal("b", CassetteText.ReadOne(request: """{"headers": {}, "method": "a", "uri": "u", "method": "b"}""").Request.Method);

    [Fact]
    public void Two_headers_with_the_same_name_are_both_kept() =>
        Assert.Equal(["1", "2"], CassetteText.ReadOne(request: """{"headers": {"A": "1", "a": ["2"]}, "method": "a", "uri": "u"}""").Request.Headers["A"]);

    [Fact]
    public void A_header_may_have_no_value() =>
        Assert.Empty(CassetteText.ReadOne(request: """{"headers": {"A": []}, "method": "a", "uri": "u"}""").Request.Headers["A"]);

    [Fact]
    public void Escapes_are_read_in_keys_and_values() =>
        Assert.Equal("\U0001F600\0\"", CassetteText.ReadOne(request: """{"headers": {}, "m\u0065thod": "\ud83d\ude00\u0000\"", "uri": "u"}""").Request.Method);

    [Theory]
    [InlineData("2013-09-28T01:25:38")]
    [InlineData("2013-09-28T01:25:38Z")]
    [InlineData("2013-09-28T01:25:38.9")]
    [InlineData("2013-09-28T01:25:38.123456")]
    [InlineData("2013-09-28T01:25:38.123456789012Z")]
    [InlineData("2013-09-28T03:25:38+02:00")]
    [InlineData("2013-09-27T23:55:38.5-01:30")]
    [InlineData("Sat, 28 Sep 2013 01:25:38 GMT")]
    public void A_time_is_read_as_UTC_to_the_second(string text)
    {
        var time = CassetteText.ReadOne(more: $", \"recorded_at\": \"{text}\"").RecordedAt;

        Assert.Equal(new DateTimeOffset(2013, 9, 28, 1, 25, 38, TimeSpan.Zero), time);
        Assert.Equal(TimeSpan.Zero, time!.Value.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData(", \"recorded_at\": null")]
    [InlineData(", \"recorded_at\": \"1970-01-01T00:00:00\"")]
    public void A_time_may_be_unknown(string more) => Assert.Null(CassetteText.ReadOne(more: more).RecordedAt);

    [Fact]
    public void A_cassette_need_not_say_who_recorded_it()
    {
        Assert.Null(CassetteText.Read("""{"http_interactions": []}""").RecordedWith);
        Assert.Null(CassetteText.Read("""{"http_interactions": [], "recorded_with": null}""").RecordedWith);
    }
}
