namespace Betamax.Http;

/// <summary>
/// The codings that a <c>Content-Encoding</c> header names (RFC 9110, section 8.4), and how their bytes begin.
/// </summary>
internal static class ContentCodings
{
    public const string Gzip = "gzip";
    public const string Deflate = "deflate";
    public const string Brotli = "br";

    private const string Identity = "identity";

    /// <summary>
    /// The codings in the order in which they were applied, in lower case. The last one is undone first. <c>x-gzip</c> is
    /// <c>gzip</c>, and <c>identity</c> is left out, since it does nothing.
    /// </summary>
    /// <param name="values">The values of the header; <see langword="null"/> if there is no such header.</param>
    public static string[] Parse(IEnumerable<string>? values) =>
        values is null
            ? []
            :
            [
                .. values
                    .SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    .Select(Canonicalize)
                    .Where(coding => coding != Identity),
            ];

    /// <summary>The same for one value.</summary>
    public static string[] Parse(string? value) => string.IsNullOrEmpty(value) ? [] : Parse([value]);

    /// <summary>
    /// The codings of a body, from its header and its first bytes. A gzip file has no header, or one that says something else,
    /// but everybody can open it.
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="values">The values of the header; <see langword="null"/> if there is no such header.</param>
    public static string[] Detect(ReadOnlySpan<byte> body, IEnumerable<string>? values)
    {
        var codings = Parse(values);

        // Brotli may begin with the same bytes as gzip. Deflate never does.
        return IsGzip(body) && codings is not [.., Gzip or Brotli] ? [Gzip] : codings;
    }

    /// <summary>Whether the library can undo a coding, named as <see cref="Parse(string?)"/> returns it.</summary>
    public static bool IsKnown(string coding) => coding is Gzip or Deflate or Brotli;

    /// <summary>Whether bytes begin as gzip does (RFC 1952, section 2.3.1).</summary>
    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes is [0x1F, 0x8B, ..];

    /// <summary>
    /// Whether bytes with the coding <c>deflate</c> are in the zlib format, as they should be (RFC 9110, section 8.4.1.2). Some
    /// servers send raw deflate data instead. The first byte tells them apart, as in <see cref="SocketsHttpHandler"/>.
    /// </summary>
    public static bool IsZlib(ReadOnlySpan<byte> bytes)
    {
        const int DeflateMethod = 8;
        return bytes is [var first, ..] && (first & 0x0F) == DeflateMethod;
    }

    private static string Canonicalize(string coding) => coding.ToLowerInvariant() is var name && name == "x-gzip" ? Gzip : name;
}
