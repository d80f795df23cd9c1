namespace Betamax.Http;

/// <summary>
/// The authority of a URI, <c>user@host:port</c>, in its normal form (RFC 3986, sections 3.2 and 6.2). An empty user info, an
/// empty port and the default port of the scheme are left out.
/// </summary>
internal readonly record struct UriAuthority(string? UserInfo, string Host, string? Port)
{
    public static UriAuthority Parse(UriParts uri)
    {
        var authority = uri.Authority ?? "";
        string? userInfo = null;
        var at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            userInfo = PercentEncoding.Normalize(authority[..at]);
            authority = authority[(at + 1)..];
        }

        var colon = authority.LastIndexOf(':');
        var hasPort = colon >= 0 && !authority.AsSpan(colon + 1).ContainsAnyExceptInRange('0', '9');
        var port = hasPort ? authority[(colon + 1)..].TrimStart('0') : "";
        return new(
            string.IsNullOrEmpty(userInfo) ? null : userInfo,
            HostName.Normalize(hasPort ? authority[..colon] : authority),
            port.Length == 0 || port == DefaultPort(uri.NormalScheme) ? null : port);
    }

    private static string? DefaultPort(string scheme) => scheme switch
    {
        "http" => "80",
        "https" => "443",
        _ => null,
    };
}
