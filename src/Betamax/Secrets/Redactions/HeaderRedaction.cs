using System.Text;
using Betamax.Http;

namespace Betamax.Secrets.Redactions;

/// <summary>Redacts the value of a header, and keeps the parts of it that are not secret.</summary>
internal static class HeaderRedaction
{
    /// <summary>The value without its secrets; the same text if it has none.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">Its value.</param>
    /// <param name="fields">What is redacted.</param>
    public static string Redact(string name, string value, SecretFields fields) =>
        fields.Headers.Contains(name) ? RedactSecret(name, value, fields)
        : HeaderNames.HoldsUri(name) ? UriRedaction.Redact(value, fields)
        : HeaderNames.AreEqual(name, "Link") ? UriRedaction.RedactLinks(value, fields)
        : value;

    private static string RedactSecret(string name, string value, SecretFields fields) =>
        HeaderNames.AreEqual(name, HeaderNames.Authorization) || HeaderNames.AreEqual(name, "Proxy-Authorization") ? RedactCredentials(value, fields)
        : HeaderNames.AreEqual(name, HeaderNames.Cookie) ? RedactCookies(value, value.Length, fields)
        : HeaderNames.AreEqual(name, HeaderNames.SetCookie) ? RedactCookies(value, value.IndexOf(';', StringComparison.Ordinal), fields)
        : fields.Redact(value);

    /// <summary>Keeps the scheme before the credentials (RFC 9110, section 11.4).</summary>
    private static string RedactCredentials(string value, SecretFields fields)
    {
        var credentials = value.IndexOf(' ', StringComparison.Ordinal) + 1;
        return value.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) && !fields.IsSecret(ReadBasicSecret(value[credentials..]))
            ? value
            : value[..credentials] + fields.Redact(value[credentials..]);
    }

    /// <summary>
    /// The password of Basic credentials (RFC 7617, section 2). An API key is often sent as the user, without a password.
    /// </summary>
    private static string ReadBasicSecret(string credentials)
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

    /// <summary>
    /// Keeps the names of cookies, which are separated by semicolons (RFC 6265, section 4.2.1), and the attributes after the
    /// one cookie of <c>Set-Cookie</c> (section 4.1.1).
    /// </summary>
    /// <param name="value">The value of the header.</param>
    /// <param name="cookiesEnd">Where the attributes begin; below 0 if there are none.</param>
    /// <param name="fields">What is redacted.</param>
    private static string RedactCookies(string value, int cookiesEnd, SecretFields fields)
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
            redacted.Append(value, at, secret - at).Append(fields.Redact(value[secret..end]));
            redacted.Append(value, end, end < cookiesEnd ? 1 : 0);
            at = end + 1;
        }

        return redacted.Append(value, cookiesEnd, value.Length - cookiesEnd).ToString();
    }
}
