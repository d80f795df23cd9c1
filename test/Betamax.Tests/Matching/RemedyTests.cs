using Betamax.Matching;

namespace Betamax.Tests.Matching;

/// <summary>What a matcher suggests in its place, so that two requests match.</summary>
public sealed class RemedyTests
{
    private const string Film = "http://host/films?page=2&nonce=a1&tag=x&tag=y";

    [Theory]
    [InlineData("http://host/films?page=2&nonce=b2&tag=x&tag=y", "RequestMatchers.Uri.Ignoring(\"nonce\")")]
    [InlineData("http://host/films?page=2&tag=y&tag=x", "RequestMatchers.Uri.Ignoring(\"tag\", \"nonce\")")]
    [InlineData("http://host/films?a=1&b=2&c=3", "RequestMatchers.Uri.Ignoring(\"a\", \"b\", \"c\", …)")]
    [InlineData("https://host/films?page=2&nonce=a1&tag=x&tag=y", "RequestMatchers.Host, RequestMatchers.Path and RequestMatchers.Query in place of RequestMatchers.Uri")]
    [InlineData("http://host:8080/films?page=2&nonce=a1&tag=x&tag=y", "RequestMatchers.Path and RequestMatchers.Query in place of RequestMatchers.Uri")]
    [InlineData("http://other/films?page=2&nonce=b2&tag=x&tag=y", "RequestMatchers.Path and RequestMatchers.Query.Ignoring(\"nonce\") in place of RequestMatchers.Uri")]
    [InlineData("http://host/films?page=2&nonce=a1&tag=x&tag=y#top", "RequestMatchers.Host, RequestMatchers.Path and RequestMatchers.Query in place of RequestMatchers.Uri")]
    [InlineData("http://host/actors?page=2&nonce=a1&tag=x&tag=y", null)]
    public void For_another_URI_only_what_differs_is_ignored(string live, string? expected) =>
        AssertRemedy(RequestMatchers.Uri, Requests.Get(live), Requests.Get(Film), expected);

    [Fact]
    public void What_was_ignored_before_is_part_of_the_remedy() =>
        AssertRemedy(
            RequestMatchers.Uri.Ignoring("nonce"),
            Requests.Get("http://host/?nonce=1&t=1"),
            Requests.Get("http://host/?nonce=2&t=2"),
            "RequestMatchers.Uri.Ignoring(\"nonce\", \"t\")");

    [Theory]
    [InlineData("?page=2&tag=y&tag=x", "?page=2&tag=x&tag=y", "RequestMatchers.Query.InAnyOrder()")]
    [InlineData("?page=3", "?page=2", "RequestMatchers.Query.Ignoring(\"page\")")]
    public void For_another_query_its_order_or_its_names_are_ignored(string live, string recorded, string expected) =>
        AssertRemedy(RequestMatchers.Query, Requests.Get("http://host/" + live), Requests.Get("http://host/" + recorded), expected);

    [Fact]
    public void For_another_header_only_that_one_is_left_out()
    {
        var live = Requests.Get().With("Accept", "a").With("X-Id", "1");
        var recorded = Requests.Get().With("Accept", "a").With("X-Id", "2");

        AssertRemedy(RequestMatchers.Headers, live, recorded, "RequestMatchers.Headers.Except(\"X-Id\")");
        AssertRemedy(RequestMatchers.Headers.Only("Accept", "X-Id"), live, recorded, "RequestMatchers.Headers.Only(\"Accept\")");
        AssertRemedy(RequestMatchers.Headers.Only("X-Id"), live, recorded, "leave RequestMatchers.Headers.Only(\"X-Id\") out");
    }

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{ "b": 2, "a": 1 }""", "application/json", "RequestMatchers.JsonBody in place of RequestMatchers.Body")]
    [InlineData("""{"id":1,"b":2}""", """{"id":9,"b":2}""", "application/json", "RequestMatchers.JsonBody.Ignoring(\"$.id\") in place of RequestMatchers.Body")]
    [InlineData("a=1&b=2", "b=2&a=1", "application/x-www-form-urlencoded", "RequestMatchers.FormUrlEncodedBody in place of RequestMatchers.Body")]
    [InlineData("a=1&b=2", "b=2&a=9", "application/x-www-form-urlencoded", null)]
    [InlineData("one", "two", "text/plain", null)]
    public void For_other_bytes_a_matcher_of_the_media_type_is_suggested_if_it_matches(string live, string recorded, string type, string? expected) =>
        AssertRemedy(RequestMatchers.Body, Requests.Body(live, type), Requests.Body(recorded, type), expected);

    [Theory]
    [InlineData("""{"id":1,"items":[{"etag":"x"}]}""", """{"id":2,"items":[{"etag":"y"}]}""", "RequestMatchers.JsonBody.Ignoring(\"$.id\", \"$.items[0].etag\")")]
    [InlineData("""{"odd name":1}""", """{"odd name":2}""", "RequestMatchers.JsonBody.Ignoring(\"$['odd name']\")")]
    [InlineData("[]", "{}", null)]
    [InlineData("{}", "no JSON", null)]
    public void For_another_JSON_body_the_paths_that_differ_are_ignored(string live, string recorded, string? expected) =>
        AssertRemedy(RequestMatchers.JsonBody, Requests.Body(live), Requests.Body(recorded), expected);

    [Fact]
    public void A_remedy_that_does_not_lead_to_a_match_is_not_offered()
    {
        var near = Assert.Single(NearestRecordings.Find(Requests.Get(), [Requests.Get()], [new Mistaken()]));

        Assert.False(near.Results[0].Matched);
        Assert.Null(near.Results[0].Remedy);
    }

    private static void AssertRemedy(RequestMatcher matcher, RecordedRequest live, RecordedRequest recorded, string? expected)
    {
        Assert.False(matcher.Matches(live, recorded));
        var remedy = matcher.SuggestRemedy(live, recorded);
        Assert.Equal(expected, remedy?.Text);
        Assert.NotEqual(false, remedy?.LeadsToMatch(live, recorded));
    }

    private sealed class Mistaken() : RequestMatcher("mistaken")
    {
        public override bool Matches(RecordedRequest request, RecordedRequest recorded) => false;

        public override MatcherRemedy? SuggestRemedy(RecordedRequest request, RecordedRequest recorded) => new("itself", [this]);
    }
}
