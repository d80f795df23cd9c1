
namespace Betamax.Tests.Matching;

public sealed class JsonPathTests
{
    [Theory]
    [InlineData("$.id", """{"id":1,"a":0}""", """{"id":2,"a":0}""")]
    [InlineData("$.id", """{"id":1}""", "{}")]
    [InlineData("$.a.id", """{"a":{"id":1}}""", """{"a":{"id":[2]}}""")]
    [InlineData("$..etag", """{"etag":1,"a":[{"b":{"etag":2}}]}""", """{"a":[{"b":{}}]}""")]
    [InlineData("$.items[*].id", """{"items":[{"id":1},{"id":2,"x":3}]}""", """{"items":[{"id":9},{"x":3}]}""")]
    [InlineData("$['odd name']", """{"odd name":1}""", """{"odd name":2}""")]
    [InlineData("$[\"it's\"]", """{"it's":1}""", """{"it's":2}""")]
    [InlineData("$['it\\'s \\\\']", """{"it's \\":1}""", "{}")]
    [InlineData("$.a[0]", """{"a":[1,2]}""", """{"a":[9,2]}""")]
    [InlineData("$.a[-1]", """{"a":[1,2]}""", """{"a":[1,9]}""")]
    [InlineData("$[1].x-id", """[1,{"x-id":1}]""", """[1,{"x-id":2}]""")]
    [InlineData("$.a[*]", """{"a":[1,2,3]}""", """{"a":[]}""")]
    [InlineData("$.*.t", """{"a":{"t":1},"b":{"t":2}}""", """{"a":{},"b":{}}""")]
    [InlineData("$..a..b", """{"a":{"a":{"a":{"b":1}}}}""", """{"a":{"a":{"a":{"b":2}}}}""")]
    [InlineData("$..['x y']", """[{"x y":1}]""", "[{}]")]
    [InlineData("$..[0]", "[1,[2,3]]", "[[9,3]]", false)]
    [InlineData("$..[0]", "[1,[2,3]]", "[8,[9,3]]")]
    [InlineData("$.größe", """{"größe":1}""", "{}")]
    [InlineData("$.id", """{"id":1,"a":0}""", """{"id":1,"a":1}""", false)]
    [InlineData("$.id", """{"a":{"id":1}}""", """{"a":{"id":2}}""", false)]
    [InlineData("$.a[0]", """{"a":{"0":1}}""", """{"a":{"0":2}}""", false)]
    [InlineData("$.a.b", """{"a.b":1}""", """{"a.b":2}""", false)]
    [InlineData("$[2]", "[1,2]", "[1,3]", false)]
    [InlineData("$.id", "id=1", "id=2", false)]
    public void Values_at_an_ignored_path_are_ignored(string path, string one, string other, bool matches = true) =>
        RequestMatchers.JsonBody.Ignoring(path).AssertMatch(Requests.Body(one), Requests.Body(other), matches);

    [Fact]
    public void Calls_add_up_and_leave_the_matcher_as_it_was()
    {
        RecordedRequest one = Requests.Body("""{"a":1,"b":1,"c":1}"""), other = Requests.Body("""{"a":2,"b":2,"c":2}""");
        var matcher = RequestMatchers.JsonBody.Ignoring("$.a").Ignoring("$.b");
        Assert.Equal(["$.c: 1 / 2"], matcher.Explain(one, other).Lines());
        matcher.Ignoring("$.c").AssertMatch(one, other);
        Assert.Equal(3, RequestMatchers.JsonBody.Explain(one, other).Count);
    }

    [Fact]
    public void An_item_is_named_by_its_index_in_the_whole_array() =>
        Assert.Equal(
            ["$[1]: 2 / 9"],
            RequestMatchers.JsonBody.Ignoring("$[0]").Explain(Requests.Body("[1,2]"), Requests.Body("[1,9]")).Lines());

    [Theory]
    [InlineData("", 1)]
    [InlineData("id", 1)]
    [InlineData("$", 2)]
    [InlineData("$id", 2)]
    [InlineData("$.", 3)]
    [InlineData("$...a", 4)]
    [InlineData("$.a b", 4)]
    [InlineData("$.a[", 5)]
    [InlineData("$.a[]", 5)]
    [InlineData("$.a[x]", 5)]
    [InlineData("$.a[99999999999]", 5)]
    [InlineData("$.a[1:2]", 6)]
    [InlineData("$.a[?(@.b)]", 5)]
    [InlineData("$['a", 5)]
    [InlineData("$['a'", 6)]
    [InlineData("$.a.[0]", 5)]
    public void A_malformed_path_is_refused_with_the_position(string path, int position)
    {
        var fault = Assert.Throws<ArgumentException>(() => RequestMatchers.JsonBody.Ignoring("$.fine", path));
        Assert.Contains($"\"{path}\" is malformed at position {position}:", fault.Message, StringComparison.Ordinal);
    }
}
