
namespace Betamax.Tests.Matching;

public sealed class QueryMatcherTests
{
    [Theory]
    [InlineData("a=1&b=2", "b=2&a=1")]
    [InlineData("a", "a=")]
    [InlineData("a=1&&b=2&", "a=1&b=2")]
    [InlineData("a=x+y", "a=x%20y")]
    [InlineData("a=x y", "a=x%20y")]
    [InlineData("%61=%C3%A9", "a=é")]
    [InlineData("a=%c3%a9", "a=%C3%A9")]
    [InlineData("a=%2B", "a=%2b")]
    [InlineData("a=%zz", "a=%25zz")]
    [InlineData("a=1=2", "a=1%3D2")]
    [InlineData("b=1&a=2&b=3", "a=2&b=1&b=3")]
    [InlineData("", "&")]
    public void Different_spellings_of_a_query_match(string one, string other) =>
        RequestMatchers.Query.AssertMatch(Of(one), Of(other));

    [Theory]
    [InlineData("a=1&a=2", "a=2&a=1", "query 'a': '1', '2' / '2', '1'")]
    [InlineData("a=1%2C%202", "a=1&a=2", "query 'a': 1, 2 / '1', '2'")]
    [InlineData("a=1", "A=1", "query 'a': 1 / nothing", "query 'A': nothing / 1")]
    [InlineData("a", "", "query 'a':  / nothing")]
    [InlineData("", "=b", "query '': nothing / b")]
    [InlineData("a=x+y", "a=x%2By", "query 'a': x y / x+y")]
    [InlineData("a=%FF", "a=%FE", "query 'a': %FF / %FE")]
    [InlineData("a=%FF", "a=%EF%BF%BD", "query 'a': %FF / \ufffd")]
    [InlineData("a=1;b=2", "a=1&b=2", "query 'a': 1;b=2 / 1", "query 'b': nothing / 2")]
    public void A_name_whose_values_differ_is_named(string asked, string recorded, params string[] differences)
    {
        RequestMatchers.Query.AssertMatch(Of(asked), Of(recorded), expected: false);
        Assert.Equal(differences, RequestMatchers.Query.Explain(Of(asked), Of(recorded)).Lines());
    }

    [Fact]
    public void The_order_of_names_never_counts_and_that_of_one_names_values_always_does()
    {
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var pairs = Enumerable.Range(0, random.Next(1, 8)).Select(i => (Name: $"n{random.Next(4)}", Value: i)).ToList();
            var byName = pairs.OrderBy(pair => pair.Name, StringComparer.Ordinal).ToList();
            var reversed = Enumerable.Reverse(pairs).ToList();
            var repeats = pairs.DistinctBy(pair => pair.Name).Count() < pairs.Count;

            RequestMatchers.Query.AssertMatch(Of(Written(pairs)), Of(Written(byName)));
            RequestMatchers.Query.AssertMatch(Of(Written(pairs)), Of(Written(reversed)), expected: !repeats);
        }

        static string Written(List<(string Name, int Value)> pairs) => string.Join('&', pairs.Select(pair => $"{pair.Name}={pair.Value}"));
    }

    [Fact]
    public void Only_the_query_counts() =>
        RequestMatchers.Query.AssertMatch(Requests.Get("http://one/a?x=1#f"), Requests.Get("https://other/b?x=1"));

    [Fact]
    public void Ignored_names_do_not_count_and_calls_add_up()
    {
        var matcher = RequestMatchers.Query.Ignoring("nonce");
        matcher.AssertMatch(Of("q=film&nonce=8f3a"), Of("nonce=17c2&q=film"));
        matcher.AssertMatch(Of("q=film&%6Eonce=8f3a"), Of("q=film"));
        matcher.AssertMatch(Of("q=film&Nonce=8f3a"), Of("q=film"), expected: false);
        matcher.AssertMatch(Of("q=film&nonce=1&t=1"), Of("q=film"), expected: false);
        matcher.Ignoring("t").AssertMatch(Of("q=film&nonce=1&t=1"), Of("q=film"));
        Assert.Equal(["query 'q': a / b"], matcher.Explain(Of("q=a&nonce=1"), Of("q=b")).Lines());
    }

    [Fact]
    public void In_any_order_the_values_of_one_name_may_be_swapped_but_not_dropped()
    {
        var matcher = RequestMatchers.Query.InAnyOrder();
        matcher.AssertMatch(Of("id=1&id=2"), Of("id=2&id=1"));
        matcher.AssertMatch(Of("id=1&id=1"), Of("id=1"), expected: false);
        matcher.Ignoring("t").AssertMatch(Of("id=1&id=2&t=1"), Of("id=2&id=1"));
        RequestMatchers.Query.Ignoring("t").InAnyOrder().AssertMatch(Of("id=1&id=2&t=1"), Of("id=2&id=1"));
    }

    private static RecordedRequest Of(string query) => Requests.Get("http://host/?" + query);
}
