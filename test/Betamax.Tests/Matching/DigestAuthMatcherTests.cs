
namespace Betamax.Tests.Matching;

public sealed class DigestAuthMatcherTests
{
    private const string Header = """Digest username="u", realm="a, \"b\"", nonce="n", uri="/x", cnonce="c1", response="r1", qop=auth, nc=00000001""";

    [Theory]
    [InlineData(Header)]
    [InlineData("""Digest username="u", realm="a, \"b\"", nonce="n", uri="/x", cnonce="c2", response="r2", qop=auth, nc=00000001""")]
    [InlineData("""digest qop="auth",nc="00000001",USERNAME="u",realm="a, \"b\"",nonce=n,uri="/x" """)]
    public void Values_that_a_client_generates_and_order_and_quotes_are_ignored(string recorded) =>
        RequestMatchers.DigestAuth.AssertMatch(Of(Header), Of(recorded));

    [Fact]
    public void Another_parameter_counts()
    {
        var recorded = Of(Header.Replace("nonce=\"n\"", "nonce=\"m\"", StringComparison.Ordinal));
        RequestMatchers.DigestAuth.AssertMatch(Of(Header), recorded, expected: false);
        Assert.Equal(["digest 'nonce': n / m"], RequestMatchers.DigestAuth.Explain(Of(Header), recorded).Lines());
    }

    [Fact]
    public void A_comma_within_quotes_separates_nothing() =>
        RequestMatchers.DigestAuth.AssertMatch(Of("""Digest a="1, b=2" """), Of("Digest a=1, b=2"), expected: false);

    [Fact]
    public void Another_scheme_is_compared_as_written()
    {
        RequestMatchers.DigestAuth.AssertMatch(Of("Basic abc"), Of("Basic abc"));
        RequestMatchers.DigestAuth.AssertMatch(Of("Bearer response=1"), Of("Bearer response=2"), expected: false);
        Assert.Equal(
            ["header 'Authorization': Basic abc / Digest", "digest 'a': nothing / 1"],
            RequestMatchers.DigestAuth.Explain(Of("Basic abc"), Of("Digest a=1")).Lines());
    }

    [Fact]
    public void A_missing_header_equals_only_a_missing_header()
    {
        RequestMatchers.DigestAuth.AssertMatch(Requests.Get(), Requests.Get().With("Accept", "x"));
        RequestMatchers.DigestAuth.AssertMatch(Requests.Get(), Of("Digest"), expected: false);
        RequestMatchers.DigestAuth.AssertMatch(Requests.Get(), Of(Header), expected: false);
    }

    [Theory]
    [InlineData("Digest")]
    [InlineData("Digest ,,=,\"")]
    [InlineData("Digest a=\"unclosed, b=\\")]
    [InlineData("Digest a=1, a=2")]
    [InlineData("")]
    public void A_malformed_header_is_compared_and_equals_itself(string header)
    {
        RequestMatchers.DigestAuth.AssertMatch(Of(header), Of(header));
        RequestMatchers.DigestAuth.AssertMatch(Of(header), Of(Header), expected: false);
    }

    private static RecordedRequest Of(string header) => Requests.Get().With("Authorization", header);
}
