using System.Text;

namespace Betamax.Tests.Matching;

public sealed class JsonBodyMatcherTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[true,null]}""", """ { "b" : [ true , null ] , "a" : 1 } """)]
    [InlineData("1", "1.0")]
    [InlineData("1", "1e0")]
    [InlineData("100", "1E+2")]
    [InlineData("0.001", "10e-4")]
    [InlineData("-0", "0.0e7")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890.000")]
    [InlineData("1e999999999", "10e999999998")]
    [InlineData("1e-999999999999", "0.1e-999999999998")]
    [InlineData("0e99999999999999999999999999", "0")]
    [InlineData("1e99999999999999999999999999", "1e99999999999999999999999999")]
    [InlineData("\"\\u00e9\\/\\n\"", "\"é/\\u000a\"")]
    [InlineData("\"\\ud83d\\ude00\"", "\"😀\"")]
    [InlineData("""{"a":1,"a":2}""", """{"a":2}""")]
    [InlineData("""{"\u0061":1}""", """{"a":1}""")]
    [InlineData("\ufeff{}", "{}")]
    public void Different_spellings_of_a_value_match(string one, string other) =>
        RequestMatchers.JsonBody.AssertMatch(Requests.Body(one), Requests.Body(other));

    [Theory]
    [InlineData("""{"user":{"name":"a"}}""", """{"user":{"name":"b"}}""", "$.user.name: \"a\" / \"b\"")]
    [InlineData("""{"a":1,"b":2}""", """{"a":1}""", "$.b: 2 / nothing")]
    [InlineData("""{"a":1}""", """{"a":1,"c":null}""", "$.c: nothing / null")]
    [InlineData("""{"a":1}""", """{"a":"1"}""", "$.a: 1 / \"1\"")]
    [InlineData("""{"a":true}""", """{"a":"true"}""", "$.a: true / \"true\"")]
    [InlineData("[1,2]", "[2,1]", "$[0]: 1 / 2", "$[1]: 2 / 1")]
    [InlineData("[1,{\"x\":[]}]", "[1]", "$[1]: {\"x\":[]} / nothing")]
    [InlineData("[]", "{}", "$: [] / {}")]
    [InlineData("{}", "null", "$: {} / null")]
    [InlineData("""{"odd name's":1}""", """{"odd name's":2}""", "$['odd name\\'s']: 1 / 2")]
    [InlineData("""{"a":{"b":1}}""", """{"a.b":1}""", "$.a: {\"b\":1} / nothing", "$['a.b']: nothing / 1")]
    [InlineData("0.1", "0.10000000000000000000001", "$: 0.1 / 0.10000000000000000000001")]
    [InlineData("9007199254740993", "9007199254740992", "$: 9007199254740993 / 9007199254740992")]
    [InlineData("1e999999999", "1e999999998", "$: 1e999999999 / 1e999999998")]
    [InlineData("{\"a\":1}", "{\"a\":1", "body: JSON: {\"a\":1} / 6 bytes: {\"a\":1")]
    [InlineData("1", "", "body: JSON: 1 / nothing")]
    [InlineData("NaN", "nan", "body: 3 bytes, different from byte 0: NaN / 3 bytes, different from byte 0: nan")]
    [InlineData("{'a':1}", "{'a': 1}", "body: 7 bytes, different from byte 5: 1} / 8 bytes, different from byte 5:  1}")]
    public void A_place_that_differs_is_named_by_its_path(string asked, string recorded, params string[] differences)
    {
        RequestMatchers.JsonBody.AssertMatch(Requests.Body(asked), Requests.Body(recorded), expected: false);
        Assert.Equal(differences, RequestMatchers.JsonBody.Explain(Requests.Body(asked), Requests.Body(recorded)).Lines());
    }

    [Fact]
    public void Bodies_that_are_not_JSON_are_compared_as_bytes()
    {
        RequestMatchers.JsonBody.AssertMatch(Requests.Body("a=1"), Requests.Body("a=1"));
        RequestMatchers.JsonBody.AssertMatch(Requests.Body(""), Requests.Get());
        RequestMatchers.JsonBody.AssertMatch(Requests.Body(""), Requests.Body(" "), expected: false);
        RequestMatchers.JsonBody.AssertMatch(Requests.Body([0x22, 0xFF, 0x22]), Requests.Body([0x22, 0xFE, 0x22]), expected: false);
        RequestMatchers.JsonBody.AssertMatch(Requests.Body("\"\\ud800\""), Requests.Body("\"\\ud800\""));
        RequestMatchers.JsonBody.AssertMatch(Requests.Body("\"\\ud800\""), Requests.Body("\"\\ud801\""), expected: false);
    }

    [Fact]
    public void Json_in_another_charset_is_the_same_value()
    {
        var latin1 = Requests.Get() with { Body = RecordedBody.FromBytes(Encoding.Latin1.GetBytes("\"é\""), "iso-8859-1") };
        RequestMatchers.JsonBody.AssertMatch(Requests.Body("\"é\""), latin1);
    }

    [Fact]
    public void Nesting_is_bounded_and_what_is_deeper_is_compared_as_bytes()
    {
        RequestMatchers.JsonBody.AssertMatch(Nested(256), Nested(256, " "));
        RequestMatchers.JsonBody.AssertMatch(Nested(257), Nested(257));
        RequestMatchers.JsonBody.AssertMatch(Nested(257), Nested(257, " "), expected: false);
        RequestMatchers.JsonBody.AssertMatch(Nested(1_000_000), Nested(1_000_000, " "), expected: false);

        static RecordedRequest Nested(int depth, string space = "") =>
            Requests.Body(new string('[', depth) + space + new string(']', depth));
    }

    [Fact]
    public void The_key_of_a_large_body_is_short_and_still_tells_bodies_apart()
    {
        var large = string.Join(',', Enumerable.Range(0, 20_000));
        Assert.InRange(RequestMatchers.JsonBody.KeyOf(Requests.Body($"[{large}]")).Length, 1, 100);
        RequestMatchers.JsonBody.AssertMatch(Requests.Body($"[{large}]"), Requests.Body($"[ {large}.0 ]"));
        RequestMatchers.JsonBody.AssertMatch(Requests.Body($"[{large}]"), Requests.Body($"[{large},1]"), expected: false);
    }

    [Fact]
    public void A_value_matches_itself_however_it_is_written_and_no_value_that_was_changed()
    {
        var random = new Random(23);
        for (var round = 0; round < 1000; round++)
        {
            var seed = random.Next();
            var value = RandomJson.Value(new Random(seed));
            var one = RandomJson.Write(value, new Random(random.Next()));
            var other = RandomJson.Write(value, new Random(random.Next()));
            RequestMatchers.JsonBody.AssertMatch(Requests.Body(one), Requests.Body(other));
            RequestMatchers.JsonBody.AssertMatch(Requests.Body(one), Requests.Body($"[{other}]"), expected: false);
            RequestMatchers.JsonBody.AssertMatch(Requests.Body($"[{one},1]"), Requests.Body($"[{other},2]"), expected: false);
        }
    }
}
