using Betamax.Interop.Tests.Exchanges;
using Betamax.Interop.Tests.Scenarios;

namespace Betamax.Interop.Tests;

/// <summary>With each of its matchers, each library finds what the other recorded.</summary>
public sealed class MatcherTests(InteropFixture interop) : InteropTest(interop)
{
    private static readonly Dictionary<string, RequestMatcher> Ours = new RequestMatcher[]
    {
        RequestMatchers.Method,
        RequestMatchers.Uri,
        RequestMatchers.Host,
        RequestMatchers.Path,
        RequestMatchers.Query,
        RequestMatchers.Body,
        RequestMatchers.DigestAuth,
        RequestMatchers.JsonBody,
        RequestMatchers.FormUrlEncodedBody,
        RequestMatchers.MultipartFormDataBody,
    }.ToDictionary(matcher => matcher.Name);

    public static TheoryData<string> OurNames => [.. Ours.Keys];

    [Theory]
    [MemberData(nameof(OurNames))]
    public async Task Each_of_our_matchers_finds_what_Python_recorded(string matcher)
    {
        var recorded = await PythonAsync(new("once") { PreserveExactBodyBytes = true }, Steps);

        var played = await WithoutTheServerAsync(() => DotNetAsync(
            new()
            {
                RecordMode = RecordMode.None,
                MatchRequestsOn = [RequestMatchers.Method, RequestMatchers.Uri, Ours[matcher]],
            },
            Steps));

        AssertSame(recorded.Exchanges.Select(hops => hops[^1]), played);
    }

    [Theory]
    [InlineData("method")]
    [InlineData("uri")]
    [InlineData("host")]
    [InlineData("path")]
    [InlineData("query")]
    [InlineData("body")]
    [InlineData("digest-auth")]
    public async Task Each_matcher_of_Python_finds_what_we_recorded(string matcher)
    {
        var recorded = await DotNetAsync(new(), Steps);

        var played = await WithoutTheServerAsync(() => PythonAsync(
            new("none") { MatchRequestsOn = ["method", "uri", matcher] }, Steps));

        AssertSame(recorded, played.Exchanges.Select(hops => hops[^1]));
    }

    [Fact]
    public async Task The_body_matcher_of_Python_distinguishes_our_recordings()
    {
        Step[] steps = [Post("first"), Post("second")];
        var recorded = await DotNetAsync(new(), steps);

        var played = await WithoutTheServerAsync(() => PythonAsync(
            new("none") { MatchRequestsOn = ["body"] }, Enumerable.Reverse(steps)));

        AssertSame(Enumerable.Reverse(recorded), played.Exchanges.Select(hops => hops[^1]));
    }

    private Step[] Steps => [.. RequestScenarios.All.SelectMany(scenario => scenario.At(Address))];

    private Step Post(string text) => Request.Post(Address + "/interop/echo", "text/plain", text);
}
