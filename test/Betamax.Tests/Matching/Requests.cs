using System.Text;

namespace Betamax.Tests.Matching;

/// <summary>Creates requests for the tests of the matchers.</summary>
internal static class Requests
{
    public static RecordedRequest Get(string uri = "http://host/") => new("GET", uri);

    public static RecordedRequest With(this RecordedRequest request, string header, params string[] values) =>
        request with { Headers = request.Headers.With(header, values) };

    public static RecordedRequest Body(string text, string? contentType = null) => Body(Encoding.UTF8.GetBytes(text), contentType);

    public static RecordedRequest Body(byte[] bytes, string? contentType = null)
    {
        var request = new RecordedRequest("POST", "http://host/") { Body = RecordedBody.FromBytes(bytes) };
        return contentType is null ? request : request.With("Content-Type", contentType);
    }

    /// <summary>Formats a difference on one line.</summary>
    public static string[] Lines(this IEnumerable<RequestDifference> differences) =>
        [.. differences.Select(difference => $"{difference.Place}: {difference.Live ?? "nothing"} / {difference.Recorded ?? "nothing"}")];

    /// <summary>Asserts in both directions, and checks that the keys and the explanation agree.</summary>
    public static void AssertMatch(this RequestMatcher matcher, RecordedRequest one, RecordedRequest other, bool expected = true)
    {
        Assert.Equal(expected, matcher.Matches(one, other));
        Assert.Equal(expected, matcher.Matches(other, one));
        Assert.Equal(expected, matcher.Explain(one, other).Count == 0);
        var keyed = Assert.IsAssignableFrom<KeyedRequestMatcher>(matcher);
        Assert.Equal(expected, keyed.KeyOf(one) == keyed.KeyOf(other));
    }
}
