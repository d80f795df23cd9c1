using Betamax.Http;

namespace Betamax.Tests.Http;

public sealed class UriPartsTests
{
    [Theory]
    [InlineData("https://user:pass@host:81/a/b?c=d#e", "https", "user:pass@host:81", "/a/b", "c=d", "e")]
    [InlineData("http://host", "http", "host", "", null, null)]
    [InlineData("//host/a", null, "host", "/a", null, null)]
    [InlineData("/a:b?c?d#e?f#g", null, null, "/a:b", "c?d", "e?f#g")]
    [InlineData("mailto:a@b", "mailto", null, "a@b", null, null)]
    [InlineData("http://host/a b/é?", "http", "host", "/a b/é", "", null)]
    [InlineData("", null, null, "", null, null)]
    public void A_URI_is_split_as_it_is_written(string uri, string? scheme, string? authority, string path, string? query, string? fragment)
    {
        var parts = UriParts.Split(uri);

        Assert.Equal((scheme, authority, path, query, fragment), (parts.Scheme, parts.Authority, parts.Path, parts.Query, parts.Fragment));
    }

    [Theory]
    [InlineData("https://user:p@ss@host/", "user:p@ss")]
    [InlineData("https://@host/", "")]
    [InlineData("https://host/a@b", null)]
    [InlineData("mailto:a@b", null)]
    public void The_user_info_has_a_range(string uri, string? expected) =>
        Assert.Equal(expected, UriParts.Split(uri).UserInfoRange is { } range ? uri[range] : null);
}
