namespace Betamax.Http;

/// <summary>
/// The five parts of a URI as written, and their ranges (RFC 3986, appendix B). No text is refused: cassettes contain URIs
/// with spaces and letters of any script, which stricter parsers refuse or rewrite.
/// </summary>
internal readonly struct UriParts
{
    private readonly string _uri;

    private UriParts(string uri)
    {
        _uri = uri;
        var end = uri.Length;
        FragmentRange = TakeAfter(uri, '#', ref end);
        QueryRange = TakeAfter(uri, '?', ref end);

        var start = 0;
        var colon = uri.AsSpan(0, end).IndexOfAny(':', '/');
        if (colon > 0 && uri[colon] == ':')
        {
            SchemeRange = ..colon;
            start = colon + 1;
        }

        if (uri.AsSpan(start, end - start).StartsWith("//"))
        {
            start += 2;
            var slash = uri.AsSpan(start, end - start).IndexOf('/');
            var authorityEnd = slash < 0 ? end : start + slash;
            AuthorityRange = start..authorityEnd;
            var at = uri.AsSpan(start, authorityEnd - start).LastIndexOf('@');
            UserInfoRange = at < 0 ? null : start..(start + at);
            start = authorityEnd;
        }

        PathRange = start..end;
    }

    public Range? SchemeRange { get; }

    public Range? AuthorityRange { get; }

    /// <summary>The part of the authority before the last '@'.</summary>
    public Range? UserInfoRange { get; }

    public Range PathRange { get; }

    /// <summary>The query without its '?'.</summary>
    public Range? QueryRange { get; }

    /// <summary>The fragment without its '#'.</summary>
    public Range? FragmentRange { get; }

    public string? Scheme => GetText(SchemeRange);

    /// <summary>The scheme in lower case; empty if there is none.</summary>
    public string NormalScheme => Scheme?.ToLowerInvariant() ?? "";

    public string? Authority => GetText(AuthorityRange);

    public string Path => _uri[PathRange];

    public string? Query => GetText(QueryRange);

    public string? Fragment => GetText(FragmentRange);

    public static UriParts Split(string uri) => new(uri);

    private string? GetText(Range? range) => range is { } found ? _uri[found] : null;

    private static Range? TakeAfter(string uri, char separator, ref int end)
    {
        var at = uri.AsSpan(0, end).IndexOf(separator);
        if (at < 0)
        {
            return null;
        }

        var range = (at + 1)..end;
        end = at;
        return range;
    }
}
