using Betamax.Http;
using Betamax.Matching.Facets;

namespace Betamax.Matching.Uris;

/// <summary>What the matchers of a URI, and of its parts, read in it.</summary>
internal static class UriReading
{
    public static IReadOnlyList<Facet> Whole(string uri)
    {
        var parts = UriParts.Split(uri);
        var authority = AuthorityOf(parts);
        (string Place, string? Value)[] places =
        [
            ("scheme", SchemeOf(parts)),
            ("user info", authority.UserInfo),
            ("host", authority.Host),
            ("port", authority.Port),
            ("path", UriPath.Normalize(parts)),
            ("fragment", PercentEncoding.Normalize(parts.Fragment ?? "")),
        ];
        return
        [
            .. places.Where(place => !string.IsNullOrEmpty(place.Value)).Select(place => new Facet(place.Place, place.Value!)),
            .. Query(parts),
        ];
    }

    public static IReadOnlyList<Facet> Host(string uri)
    {
        var authority = AuthorityOf(UriParts.Split(uri));
        return [new("host", authority.Port is null ? authority.Host : $"{authority.Host}:{authority.Port}")];
    }

    public static IReadOnlyList<Facet> Path(string uri) => [new("path", UriPath.Normalize(UriParts.Split(uri)))];

    public static IReadOnlyList<Facet> Query(string uri) => [.. Query(UriParts.Split(uri))];

    private static IEnumerable<Facet> Query(UriParts parts) => NameValuePairs.Read("query", parts.Query ?? "");

    private static string SchemeOf(UriParts parts) => parts.Scheme?.ToLowerInvariant() ?? "";

    private static UriAuthority AuthorityOf(UriParts parts) => UriAuthority.Parse(parts.Authority ?? "", SchemeOf(parts));
}
