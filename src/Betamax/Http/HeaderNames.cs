using System.Collections.Frozen;

namespace Betamax.Http;

/// <summary>The names of the headers that the library itself reads. Their case is ignored.</summary>
internal static class HeaderNames
{
    public const string Authorization = "Authorization";
    public const string ContentDisposition = "Content-Disposition";
    public const string ContentEncoding = "Content-Encoding";
    public const string ContentLength = "Content-Length";
    public const string ContentType = "Content-Type";
    public const string Cookie = "Cookie";
    public const string SetCookie = "Set-Cookie";
    public const string TransferEncoding = "Transfer-Encoding";

    private static readonly FrozenSet<string> Uris = FrozenSet.ToFrozenSet(
        ["Location", "Content-Location", "Referer", "Operation-Location", "Azure-AsyncOperation"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Content = FrozenSet.ToFrozenSet(
        [
            "Allow", ContentDisposition, ContentEncoding, "Content-Language", ContentLength, "Content-Location", "Content-MD5",
            "Content-Range", ContentType, "Expires", "Last-Modified",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the whole value of the header is one URI.</summary>
    public static bool HoldsUri(string name) => Uris.Contains(name);

    /// <summary>Whether .NET keeps the header in <see cref="HttpContent.Headers"/> and not with the message's own.</summary>
    public static bool BelongsToContent(string name) => Content.Contains(name);

    /// <summary>Whether two header names are the same (RFC 9110, section 5.1).</summary>
    public static bool AreEqual(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
