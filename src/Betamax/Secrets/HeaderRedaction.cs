namespace Betamax.Secrets;

/// <summary>The value of a header that holds a secret, with as much of it as is none.</summary>
internal static class HeaderRedaction
{
    public static string Of(string name, string value, SecretMark mark) => name.ToLowerInvariant() switch
    {
        "authorization" or "proxy-authorization" => Credentials(value, mark),
        "cookie" => string.Join("; ", value.Split(';', StringSplitOptions.TrimEntries).Select(pair => Pair(pair, mark))),
        "set-cookie" => SetCookie(value, mark),
        _ => mark.For(value),
    };

    // scheme SP credentials (RFC 9110, section 11.4)
    private static string Credentials(string value, SecretMark mark)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? mark.For(value) : value[..(space + 1)] + mark.For(value[(space + 1)..]);
    }

    // name=value; attributes (RFC 6265, section 4.1.1)
    private static string SetCookie(string value, SecretMark mark)
    {
        var end = value.IndexOf(';', StringComparison.Ordinal);
        return end < 0 ? Pair(value, mark) : Pair(value[..end], mark) + value[end..];
    }

    private static string Pair(string pair, SecretMark mark)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? mark.For(pair) : pair[..(equals + 1)] + mark.For(pair[(equals + 1)..]);
    }
}
