using Betamax.Matching.Facets;
using Betamax.Matching.Uris;

namespace Betamax.Tests.Matching;

public sealed class UriKeyTests
{
    private static readonly string[] Schemes = ["http://", "https://", "HTTP://", "ftp://", "http:"];
    private static readonly string[] Authorities =
        ["host", "Host", "host:80", "host:443", "host:080", "host:8080", "host:", "u@host", "host%2Fa", "h%6Fst", "[::1]", "ho_st", ""];
    private static readonly string[] Paths = ["", "/", "/a", "/%61", "/./a", "/b/../a", "/.a", "/a%2Fb", "/a/b", "/a+b", "/a%2Bb", "/é", "/a//b"];
    private static readonly string[] Queries =
        ["", "?", "?a", "?a=", "?a=1&b=2", "?b=2&a=1", "?a=1%26b=2", "?a=1&a=2", "?a=2&a=1", "?a%3D1=2", "?a=1=2", "?a=x+y", "?a=x%20y", "?a=x%2By",
            "?a=b?c", "?a=%2F", "?a=/", "?&a=", "?=1", "?a=1&b=2#", "#f", "?a=%C3%A9", "?a=é", "?a=%"];

    [Fact]
    public void Two_uris_have_one_key_exactly_where_they_read_the_same()
    {
        var uris =
            from scheme in Schemes
            from authority in Authorities
            from path in Paths
            from query in Queries
            select scheme + authority + path + query;

        var readingOfKey = new Dictionary<string, string>();
        var keyOfReading = new Dictionary<string, string>();
        foreach (var uri in uris)
        {
            var key = UriKey.Of(uri);
            var reading = FacetComparison.KeyOf(UriReading.Whole(uri));
            Assert.True(readingOfKey.TryAdd(key, reading) || readingOfKey[key] == reading, $"{uri} shares the key of another: {key}");
            Assert.True(keyOfReading.TryAdd(reading, key) || keyOfReading[reading] == key, $"{uri} has a key of its own: {key}");
        }
    }

    [Theory]
    [InlineData("http://host/")]
    [InlineData("https://api.example:8443/a/b?page=1&per_page=50")]
    public void A_uri_in_its_normal_form_is_its_own_key(string uri) => Assert.Same(uri, UriKey.Of(uri));
}
