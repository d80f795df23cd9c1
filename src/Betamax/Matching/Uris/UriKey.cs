using System.Buffers;
using System.Text;
using Betamax.Http;
using Betamax.Matching.Facets;

namespace Betamax.Matching.Uris;

/// <summary>
/// The key of a whole URI. Most URIs are in their normal form already, and are then their own key: no part of them is copied.
/// </summary>
internal static class UriKey
{
    private static readonly SearchValues<char> HostLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    // Of what may stand unencoded in a path or a query all but '+', which is a space in the one and not in the other.
    private static readonly SearchValues<char> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*,;=:@/?");

    public static string Of(string uri)
    {
        if (IsNormal(uri))
        {
            return uri;
        }

        // The facets' key begins with a digit, so that it is never the text of a URI.
        return NormalFormOf(UriParts.Split(uri)) is { } normal && IsNormal(normal)
            ? normal
            : FacetComparison.KeyOf(UriReading.Whole(uri));
    }

    /// <summary>Whether it is <c>http://host/path?a=1&amp;b=2</c> with nothing in it that has another spelling.</summary>
    private static bool IsNormal(ReadOnlySpan<char> uri)
    {
        var isHttp = uri.StartsWith("http://", StringComparison.Ordinal);
        if (!isHttp && !uri.StartsWith("https://", StringComparison.Ordinal))
        {
            return false;
        }

        var rest = isHttp ? uri[7..] : uri[8..];
        var slash = rest.IndexOf('/');
        if (slash <= 0 || !IsNormalAuthority(rest[..slash], isHttp ? "80" : "443"))
        {
            return false;
        }

        rest = rest[slash..];
        var query = rest.IndexOf('?');
        var path = query < 0 ? rest : rest[..query];
        return !rest.ContainsAnyExcept(Letters)
            && !path.Contains("/.", StringComparison.Ordinal)
            && (query < 0 || IsNormalQuery(rest[(query + 1)..]));
    }

    private static bool IsNormalAuthority(ReadOnlySpan<char> authority, ReadOnlySpan<char> defaultPort)
    {
        var colon = authority.IndexOf(':');
        if (colon < 0)
        {
            return !authority.ContainsAnyExcept(HostLetters);
        }

        var port = authority[(colon + 1)..];
        return colon > 0
            && !authority[..colon].ContainsAnyExcept(HostLetters)
            && port is [not '0', ..]
            && !port.ContainsAnyExceptInRange('0', '9')
            && !port.SequenceEqual(defaultPort);
    }

    /// <summary>Each name once, in their order, and each with a value.</summary>
    private static bool IsNormalQuery(ReadOnlySpan<char> query)
    {
        ReadOnlySpan<char> before = default;
        for (var isFirst = true; ; isFirst = false)
        {
            var end = query.IndexOf('&');
            var pair = end < 0 ? query : query[..end];
            var equals = pair.IndexOf('=');
            if (equals < 0 || (!isFirst && before.SequenceCompareTo(pair[..equals]) >= 0))
            {
                return false;
            }

            if (end < 0)
            {
                return true;
            }

            before = pair[..equals];
            query = query[(end + 1)..];
        }
    }

    /// <summary>What would be the normal form, if there is nothing about the URI that keeps it from having one.</summary>
    private static string? NormalFormOf(UriParts parts)
    {
        if (parts is not { Scheme: not null, Authority: not null })
        {
            return null;
        }

        var scheme = parts.Scheme.ToLowerInvariant();
        var authority = UriAuthority.Parse(parts.Authority, scheme);
        if (authority.UserInfo is not null || authority.Host.AsSpan().ContainsAnyExcept(HostLetters) || !string.IsNullOrEmpty(parts.Fragment))
        {
            return null;
        }

        var text = new StringBuilder().Append(scheme).Append("://").Append(authority.Host);
        if (authority.Port is not null)
        {
            text.Append(':').Append(authority.Port);
        }

        text.Append(UriPath.Normalize(parts));
        var separator = '?';
        foreach (var (name, values) in NameValuePairs.Values(parts.Query ?? ""))
        {
            if (values is not [var value] || name.AsSpan().ContainsAny('&', '=') || value.Contains('&'))
            {
                return null;
            }

            text.Append(separator).Append(name).Append('=').Append(value);
            separator = '&';
        }

        return text.ToString();
    }
}
