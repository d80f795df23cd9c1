using Xunit;

namespace Betamax.Tests.Matching;

public sealed class MethodMatcherTests
{
    [Fact]
    public void The_case_of_a_method_does_not_count() =>
        RequestMatchers.Method.AssertMatch(new("GET", "http://a/"), new("get", "http://b/"));

    [Fact]
    public void Different_methods_differ()
    {
        RecordedRequest asked = new("GET", "http://a/"), recorded = new("PATCH", "http://a/");
        RequestMatchers.Method.AssertMatch(asked, recorded, expected: false);
        Assert.Equal(["method: GET / PATCH"], RequestMatchers.Method.Explain(asked, recorded).Lines());
    }

    [Fact]
    public void Each_matcher_has_the_name_that_python_betamax_and_the_documents_give_it()
    {
        RequestMatcher[] all =
        [
            RequestMatchers.Method, RequestMatchers.Uri, RequestMatchers.Host, RequestMatchers.Path, RequestMatchers.Query,
            RequestMatchers.Headers, RequestMatchers.Body, RequestMatchers.DigestAuth, RequestMatchers.JsonBody,
            RequestMatchers.FormUrlEncodedBody, RequestMatchers.MultipartFormDataBody,
        ];
        Assert.Equal(
            "method uri host path query headers body digest-auth json-body form-urlencoded-body multipart-form-data-body",
            string.Join(' ', all.Select(matcher => matcher.Name)));
        Assert.All(all, matcher => Assert.IsAssignableFrom<KeyedRequestMatcher>(matcher));
    }
}
