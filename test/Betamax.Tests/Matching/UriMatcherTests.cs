
namespace Betamax.Tests.Matching;

public sealed class UriMatcherTests
{
    [Theory]
    [InlineData("http://host/a", "HTTP://HOST/a")]
    [InlineData("http://host/a", "http://host:80/a")]
    [InlineData("https://host/a", "https://host:443/a")]
    [InlineData("https://host/a", "https://host:0443/a")]
    [InlineData("http://host/a", "http://host:/a")]
    [InlineData("http://host", "http://host/")]
    [InlineData("http://host?a=1", "http://host/?a=1")]
    [InlineData("http://host/%7euser/%c3%a9", "http://host/~user/é")]
    [InlineData("http://host/a b", "http://host/a%20b")]
    [InlineData("http://host/100%", "http://host/100%25")]
    [InlineData("http://host/[x]", "http://host/%5Bx%5D")]
    [InlineData("http://host/a/./b/../c", "http://host/a/c")]
    [InlineData("http://host/a/%2E%2E/c", "http://host/c")]
    [InlineData("http://host/../a/..", "http://host/")]
    [InlineData("http://host/a/.", "http://host/a/")]
    [InlineData("http://bücher.example/", "http://xn--bcher-kva.example/")]
    [InlineData("http://BÜCHER.example/", "http://b%C3%BCcher.example/")]
    [InlineData("http://[::1]:80/", "http://[0:0:0:0:0:0:0:1]/")]
    [InlineData("http://[2001:DB8::A]/", "http://[2001:db8::a]/")]
    [InlineData("http://host/#", "http://host/")]
    [InlineData("http://host/#a b", "http://host/#a%20b")]
    [InlineData("http://host/?a=1&b=2", "http://host/?b=2&a=1")]
    [InlineData("http://host/?", "http://host/")]
    [InlineData("http://user:secret@host/", "http://user:secret@HOST:80/")]
    public void Different_spellings_of_a_URI_match(string one, string other) =>
        RequestMatchers.Uri.AssertMatch(Requests.Get(one), Requests.Get(other));

    [Theory]
    [InlineData("http://host/", "https://host/", "scheme: http / https")]
    [InlineData("http://host/", "http://other/", "host: host / other")]
    [InlineData("http://host/", "http://host:8080/", "port: nothing / 8080")]
    [InlineData("http://host:443/", "http://host:80/", "port: 443 / nothing")]
    [InlineData("http://user@host/", "http://host/", "user info: user / nothing")]
    [InlineData("http://host/a", "http://host/A", "path: /a / /A")]
    [InlineData("http://host/a%2Fb", "http://host/a/b", "path: /a%2Fb / /a/b")]
    [InlineData("http://host/a", "http://host/a/", "path: /a / /a/")]
    [InlineData("http://host/a//b", "http://host/a/b", "path: /a//b / /a/b")]
    [InlineData("http://host/#x", "http://host/#y", "fragment: x / y")]
    [InlineData("http://host/?page=1", "http://host/?page=2", "query 'page': 1 / 2")]
    [InlineData("http://[::1]/", "http://[::2]/", "host: [::1] / [::2]")]
    [InlineData("http://[fe80::1%25a]/", "http://[fe80::1%25b]/", "host: [fe80::1%25a] / [fe80::1%25b]")]
    [InlineData("http://host:port/", "http://host/", "host: host:port / host")]
    public void A_part_that_differs_is_named(string asked, string recorded, string difference)
    {
        RequestMatchers.Uri.AssertMatch(Requests.Get(asked), Requests.Get(recorded), expected: false);
        Assert.Equal([difference], RequestMatchers.Uri.Explain(Requests.Get(asked), Requests.Get(recorded)).Lines());
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a uri at all")]
    [InlineData("://")]
    [InlineData("http://")]
    [InlineData("http:///path")]
    [InlineData("http://[::1")]
    [InlineData("http://host:99999999999999999999/")]
    [InlineData("http://a@b@c:d:e/%zz?%&=&&=%#?#")]
    [InlineData("http://-ü-..example/")]
    [InlineData("http://\ud800/\ud800?\ud800")]
    public void Any_text_is_compared_and_equals_itself(string uri)
    {
        foreach (var matcher in new[] { RequestMatchers.Uri, RequestMatchers.Host, RequestMatchers.Path, RequestMatchers.Query })
        {
            matcher.AssertMatch(Requests.Get(uri), Requests.Get(uri));
        }

        RequestMatchers.Uri.AssertMatch(Requests.Get(uri), Requests.Get("http://elsewhere/"), expected: false);
    }

    [Theory]
    [InlineData("http://host/a", "https://HOST/b?c", true)]
    [InlineData("http://host:80/", "https://host:443/", true)]
    [InlineData("http://user@host/", "http://host/", true)]
    [InlineData("http://host:8080/", "http://host/", false)]
    [InlineData("http://host/", "http://other/", false)]
    public void Host_compares_only_the_host_and_its_port(string one, string other, bool matches) =>
        RequestMatchers.Host.AssertMatch(Requests.Get(one), Requests.Get(other), matches);

    [Theory]
    [InlineData("http://host/a?b", "https://other:81/a#c", true)]
    [InlineData("http://host", "http://host/", true)]
    [InlineData("http://host/a", "http://host/b", false)]
    public void Path_compares_only_the_path(string one, string other, bool matches) =>
        RequestMatchers.Path.AssertMatch(Requests.Get(one), Requests.Get(other), matches);

    [Fact]
    public void Ignored_query_parameters_do_not_count_and_everything_else_does()
    {
        var matcher = RequestMatchers.Uri.Ignoring("oauth_nonce").Ignoring("oauth_timestamp");
        var recorded = Requests.Get("https://api.example.com/films?page=2&oauth_nonce=a1&oauth_timestamp=1700000000");

        matcher.AssertMatch(Requests.Get("https://api.example.com/films?oauth_nonce=b2&page=2"), recorded);
        matcher.AssertMatch(Requests.Get("https://api.example.com/films?oauth_nonce=b2&page=3"), recorded, expected: false);
        matcher.AssertMatch(Requests.Get("https://api.example.com/actors?page=2"), recorded, expected: false);
    }

    [Fact]
    public void A_URI_that_the_framework_rewrites_matches_the_original()
    {
        var random = new Random(7);
        const string Characters = "abcXYZ012-..//_~!$&'()*+,;=:@ é日%\"<>[]^`{|}";
        for (var round = 0; round < 2000; round++)
        {
            var written = $"http://Host/x{Any()}y?a{Any()}b?c#d{Any()}e";
            RequestMatchers.Uri.AssertMatch(Requests.Get(new Uri(written).AbsoluteUri), Requests.Get(written));
        }

        string Any() => new([.. Enumerable.Range(0, random.Next(12)).Select(_ => Characters[random.Next(Characters.Length)])]);
    }
}
