
namespace Betamax.Tests.Matching;

public sealed class HeadersMatcherTests
{
    [Fact]
    public void The_case_of_names_and_the_order_of_headers_do_not_count() =>
        RequestMatchers.Headers.AssertMatch(
            Requests.Get().With("Accept", "*/*").With("X-Id", "1"),
            Requests.Get().With("x-id", "1").With("ACCEPT", "*/*"));

    [Fact]
    public void Two_lines_are_the_same_as_one_with_both_values()
    {
        var oneLine = Requests.Get().With("Accept", "a, b");
        var twoNames = Requests.Get() with
        {
            Headers = new([KeyValuePair.Create<string, IReadOnlyList<string>>("Accept", ["a"]), new("accept", ["b"])]),
        };
        RequestMatchers.Headers.AssertMatch(oneLine, Requests.Get().With("Accept", "a", "b"));
        RequestMatchers.Headers.AssertMatch(oneLine, twoNames);
        RequestMatchers.Headers.AssertMatch(oneLine, Requests.Get().With("Accept", "b", "a"), expected: false);
    }

    [Fact]
    public void Each_header_that_differs_is_named()
    {
        var asked = Requests.Get().With("Accept", "a").With("Same", "s").With("Mine", "m");
        var recorded = Requests.Get().With("accept", "A").With("same", "s").With("Theirs", "t");
        RequestMatchers.Headers.AssertMatch(asked, recorded, expected: false);
        Assert.Equal(
            ["header 'Accept': a / A", "header 'Mine': m / nothing", "header 'Theirs': nothing / t"],
            RequestMatchers.Headers.Explain(asked, recorded).Lines());
    }

    [Fact]
    public void An_empty_value_is_no_missing_header_but_a_name_without_a_value_is_one()
    {
        RequestMatchers.Headers.AssertMatch(Requests.Get(), Requests.Get().With("A", ""), expected: false);
        RequestMatchers.Headers.AssertMatch(Requests.Get(), Requests.Get().With("A"));
    }

    [Fact]
    public void Only_the_named_headers_count_in_any_case_and_calls_add_up()
    {
        var asked = Requests.Get().With("Accept", "a").With("X-Id", "1").With("User-Agent", "me");
        var recorded = Requests.Get().With("Accept", "a").With("X-Id", "2").With("User-Agent", "you");
        var accept = RequestMatchers.Headers.Only("accept");

        accept.AssertMatch(asked, recorded);
        accept.Only("X-ID").AssertMatch(asked, recorded, expected: false);
        Assert.Equal(["header 'X-Id': 1 / 2"], accept.Only("X-ID").Explain(asked, recorded).Lines());
        accept.AssertMatch(asked, Requests.Get(), expected: false);
        RequestMatchers.Headers.AssertMatch(asked, recorded, expected: false);
    }

    [Fact]
    public void All_headers_count_except_the_named_ones_and_calls_add_up()
    {
        var asked = Requests.Get().With("Accept", "a").With("X-Id", "1").With("User-Agent", "me");
        var recorded = Requests.Get().With("Accept", "a").With("X-Id", "2").With("User-Agent", "you");
        var matcher = RequestMatchers.Headers.Except("x-id");

        matcher.AssertMatch(asked, recorded, expected: false);
        Assert.Equal(["header 'User-Agent': me / you"], matcher.Explain(asked, recorded).Lines());
        matcher.Except("USER-AGENT").AssertMatch(asked, recorded);
        RequestMatchers.Headers.Only("Accept", "X-Id").Except("X-Id").AssertMatch(asked, recorded);
        Assert.Throws<ArgumentException>(() => RequestMatchers.Headers.Except());
    }

    [Fact]
    public void Only_the_content_length_needs_the_body()
    {
        Assert.Equal(RequestParts.Headers | RequestParts.Body, RequestMatchers.Headers.Reads);
        Assert.Equal(RequestParts.Headers | RequestParts.Body, RequestMatchers.Headers.Only("content-length").Reads);
        Assert.Equal(RequestParts.Headers, RequestMatchers.Headers.Only("Accept").Reads);
        Assert.Equal(RequestParts.Headers, RequestMatchers.Headers.Except("Content-Length").Reads);
    }

    [Fact]
    public void Only_without_a_name_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RequestMatchers.Headers.Only());
        Assert.Throws<ArgumentException>(() => RequestMatchers.Headers.Only("Accept", " "));
    }
}
