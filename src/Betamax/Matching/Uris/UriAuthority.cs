namespace Betamax.Matching.Uris;

/// <summary>
/// The authority of a URI in its one spelling (RFC 3986, 3.2 and 6.2): <c>user@host:port</c>. A port that is empty or the
/// scheme's own is none.
/// </summary>
internal readonly record struct UriAuthority(string? UserInfo, string Host, string? Port)
{
    public static UriAuthority Parse(string authority, string scheme)
    {
        string? userInfo = null;
        var at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            userInfo = PercentEncoding.Normalise(authority[..at]);
            authority = authority[(at + 1)..];
        }

        var colon = authority.LastIndexOf(':');
        var hasPort = colon >= 0 && !authority.AsSpan(colon + 1).ContainsAnyExceptInRange('0', '9');
        var port = hasPort ? authority[(colon + 1)..].TrimStart('0') : "";
        return new(
            string.IsNullOrEmpty(userInfo) ? null : userInfo,
            HostName.Normalise(hasPort ? authority[..colon] : authority),
            port.Length == 0 || port == DefaultPort(scheme) ? null : port);
    }

    private static string? DefaultPort(string scheme) => scheme switch
    {
        "http" => "80",
        "https" => "443",
        _ => null,
    };
}
