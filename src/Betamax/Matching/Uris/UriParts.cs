namespace Betamax.Matching.Uris;

/// <summary>
/// The five parts of a URI, as they are written (RFC 3986, appendix B). Every text has them: cassettes hold URIs with raw
/// spaces and letters of any script, which stricter parsers refuse or rewrite.
/// </summary>
internal readonly record struct UriParts(string? Scheme, string? Authority, string Path, string? Query, string? Fragment)
{
    public static UriParts Split(string uri)
    {
        var rest = uri.AsSpan();
        var fragment = TakeBehind(ref rest, '#');
        var query = TakeBehind(ref rest, '?');

        string? scheme = null;
        var end = rest.IndexOfAny(':', '/');
        if (end > 0 && rest[end] == ':')
        {
            scheme = rest[..end].ToString();
            rest = rest[(end + 1)..];
        }

        string? authority = null;
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            rest = rest[2..];
            end = rest.IndexOf('/');
            authority = (end < 0 ? rest : rest[..end]).ToString();
            rest = end < 0 ? [] : rest[end..];
        }

        return new(scheme, authority, rest.ToString(), query, fragment);
    }

    private static string? TakeBehind(ref ReadOnlySpan<char> rest, char separator)
    {
        var at = rest.IndexOf(separator);
        if (at < 0)
        {
            return null;
        }

        var taken = rest[(at + 1)..].ToString();
        rest = rest[..at];
        return taken;
    }
}
