using Xunit;

namespace Betamax.Tests.Matching;

public sealed class OwnMatcherTests
{
    [Fact]
    public void A_delegate_over_both_requests_makes_a_matcher()
    {
        var longer = RequestMatchers.Create("longer", (request, recorded) => request.Uri.Length > recorded.Uri.Length);
        Assert.Equal("longer", longer.Name);
        Assert.True(longer.Matches(Requests.Get("http://host/a"), Requests.Get("http://host/")));
        Assert.False(longer.Matches(Requests.Get("http://host/"), Requests.Get("http://host/a")));
        Assert.Empty(longer.Explain(Requests.Get("http://host/"), Requests.Get("http://host/a")));
    }

    [Fact]
    public void A_delegate_that_names_a_key_makes_a_keyed_matcher_that_explains_itself()
    {
        var tenant = RequestMatchers.Create("tenant", request => request.Headers.ContainsKey("X-Tenant") ? request.Headers["X-Tenant"][0] : "");
        tenant.AssertMatch(Requests.Get().With("X-Tenant", "a"), Requests.Get("http://other/").With("x-tenant", "a"));
        tenant.AssertMatch(Requests.Get().With("X-Tenant", "a"), Requests.Get().With("X-Tenant", "b"), expected: false);
        Assert.Equal(["tenant: a / b"], tenant.Explain(Requests.Get().With("X-Tenant", "a"), Requests.Get().With("X-Tenant", "b")).Lines());
    }

    [Fact]
    public void What_a_delegate_throws_reaches_the_caller()
    {
        var faulty = RequestMatchers.Create("faulty", (_, _) => throw new InvalidTimeZoneException("mine"));
        Assert.Throws<InvalidTimeZoneException>(() => faulty.Matches(Requests.Get(), Requests.Get()));
    }

    [Fact]
    public void A_null_key_is_an_error_that_names_the_matcher()
    {
        var faulty = RequestMatchers.Create("faulty", _ => null!);
        Assert.Contains("'faulty'", Assert.Throws<InvalidOperationException>(() => faulty.Matches(Requests.Get(), Requests.Get())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matcher_has_a_name_and_a_rule()
    {
        Assert.ThrowsAny<ArgumentException>(() => RequestMatchers.Create(" ", (_, _) => true));
        Assert.Throws<ArgumentNullException>(() => RequestMatchers.Create("a", (Func<RecordedRequest, string>)null!));
        Assert.Throws<ArgumentNullException>(() => RequestMatchers.Create("a", (Func<RecordedRequest, RecordedRequest, bool>)null!));
    }
}
