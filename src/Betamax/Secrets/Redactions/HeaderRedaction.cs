using System.Collections.Frozen;
using System.Text;

namespace Betamax.Secrets.Redactions;

/// <summary>The value of a header without its secrets, and with as much of it as is none.</summary>
internal static class HeaderRedaction
{
    private static readonly FrozenSet<string> Uris = FrozenSet.ToFrozenSet(
        ["Location", "Content-Location", "Referer", "Operation-Location", "Azure-AsyncOperation"], StringComparer.OrdinalIgnoreCase);

    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="headers">The names of headers that are secrets.</param>
    /// <param name="parameters">The names of parameters that are, in headers that hold URIs.</param>
    /// <param name="mark">What becomes of a secret.</param>
    public static string In(string name, string value, SecretNames headers, SecretNames parameters, SecretMark mark) =>
        headers.Contains(name) ? Of(name, value, mark)
        : Uris.Contains(name) ? UriRedaction.In(value, parameters, mark)
        : Is(name, "Link") ? UriRedaction.InLinks(value, parameters, mark)
        : value;

    private static string Of(string name, string value, SecretMark mark) =>
        Is(name, "Authorization") || Is(name, "Proxy-Authorization") ? Credentials(value, mark)
        : Is(name, "Cookie") ? Cookies(value, value.Length, mark)
        : Is(name, "Set-Cookie") ? Cookies(value, value.IndexOf(';', StringComparison.Ordinal), mark)
        : mark.For(value);

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    // scheme SP credentials (RFC 9110, section 11.4)
    private static string Credentials(string value, SecretMark mark)
    {
        var credentials = value.IndexOf(' ', StringComparison.Ordinal) + 1;
        return value.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) && !mark.Hides(Password(value[credentials..]))
            ? value
            : value[..credentials] + mark.For(value[credentials..]);
    }

    // user:password in base64 (RFC 7617, section 2). A key that needs no password stands in the place of the user.
    private static string Password(string credentials)
    {
        var decoded = new byte[credentials.Length];
        if (!Convert.TryFromBase64String(credentials, decoded, out var length))
        {
            return credentials;
        }

        var text = Encoding.UTF8.GetString(decoded, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || colon == text.Length - 1 ? text.TrimEnd(':') : text[(colon + 1)..];
    }

    // name=value, and more of them behind semicolons (RFC 6265, section 4.2.1); or attributes, from an end on (section 4.1.1)
    private static string Cookies(string value, int cookiesEnd, SecretMark mark)
    {
        cookiesEnd = cookiesEnd < 0 ? value.Length : cookiesEnd;
        var redacted = new StringBuilder(value.Length);
        var at = 0;
        while (at < cookiesEnd)
        {
            var length = value.AsSpan(at, cookiesEnd - at).IndexOf(';');
            var end = length < 0 ? cookiesEnd : at + length;
            var equals = value.AsSpan(at, end - at).IndexOf('=');
            var secret = equals < 0 ? end - value.AsSpan(at, end - at).TrimStart(' ').Length : at + equals + 1;
            redacted.Append(value, at, secret - at).Append(mark.For(value[secret..end]));
            redacted.Append(value, end, end < cookiesEnd ? 1 : 0);
            at = end + 1;
        }

        return redacted.Append(value, cookiesEnd, value.Length - cookiesEnd).ToString();
    }
}
