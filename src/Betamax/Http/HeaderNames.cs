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

    private static readonly string[] Uris = ["Location", "Content-Location", "Referer", "Operation-Location", "Azure-AsyncOperation"];

    /// <summary>Whether the whole value of the header is one URI.</summary>
    public static bool HoldsUri(string name)
    {
        foreach (var uri in Uris)
        {
            if (AreEqual(name, uri))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two header names are the same (RFC 9110, section 5.1).</summary>
    public static bool AreEqual(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
