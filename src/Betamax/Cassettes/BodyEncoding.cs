using System.Text;
using System.Text.Unicode;

namespace Betamax.Cassettes;

/// <summary>
/// Decides how the bytes of a message stand on a cassette: as text that people can read where that loses nothing, in
/// .NET and in Python, and as base64 otherwise.
/// </summary>
internal static class BodyEncoding
{
    /// <summary>The body as it is stored.</summary>
    /// <param name="bytes">The bytes. They are not copied and must not change.</param>
    /// <param name="contentType">The value of <c>Content-Type</c>, if there is one.</param>
    /// <param name="contentEncoding">The value of <c>Content-Encoding</c>, if there is one.</param>
    /// <param name="preserveExactBytes">Whether it is base64 in any case.</param>
    public static RecordedBody Choose(
        ReadOnlyMemory<byte> bytes, string? contentType, string? contentEncoding, bool preserveExactBytes)
    {
        var named = NamedCharset(contentType);
        if (named is not null && !(CharsetNames.IsKnownToPython(named) && Charset.Find(named) is not null))
        {
            // A name that only one side knows would keep the other from reading the cassette.
            return bytes.IsEmpty ? RecordedBody.Empty : RecordedBody.FromBytes(bytes);
        }

        if (bytes.IsEmpty)
        {
            return named is null ? RecordedBody.Empty : RecordedBody.FromUtf8(bytes, named);
        }

        return preserveExactBytes || IsCompressed(contentEncoding)
            ? RecordedBody.FromBytes(bytes, named)
            : AsText(bytes, named ?? CharsetNames.Utf8) ?? RecordedBody.FromBytes(bytes, named);
    }

    /// <summary>
    /// A request's body as it is stored: text in UTF-8 alone. Python's <c>body</c> matcher compares the text on the tape
    /// with the live bytes, which it decodes as UTF-8 whatever their charset.
    /// </summary>
    public static RecordedBody ChooseForRequest(
        ReadOnlyMemory<byte> bytes, string? contentType, string? contentEncoding, bool preserveExactBytes)
    {
        var body = Choose(bytes, contentType, contentEncoding, preserveExactBytes);
        var isUtf8 = ReferenceEquals(Charset.Named(body.Encoding), Charset.Utf8) || Ascii.IsValid(bytes.Span);
        return body.IsStoredAsText && !isUtf8 ? RecordedBody.FromBytes(bytes, body.Encoding) : body;
    }

    private static RecordedBody? AsText(ReadOnlyMemory<byte> bytes, string name)
    {
        var charset = Charset.Named(name);
        if (ReferenceEquals(charset, Charset.Utf8))
        {
            return Utf8.IsValid(bytes.Span) ? RecordedBody.FromUtf8(bytes, name) : null;
        }

        return charset.IsTheSameInPython && charset.DecodeExactly(bytes.Span) is { } text
            ? RecordedBody.FromText(text, name)
            : null;
    }

    private static bool IsCompressed(string? contentEncoding) =>
        contentEncoding is not null
        && contentEncoding.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Any(coding => !coding.Equals("identity", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The charset parameter, without quotes. Read by hand, because servers write what the grammar of RFC 9110 (section
    /// 8.3.1) does not allow, such as a semicolon at the end.
    /// </summary>
    private static string? NamedCharset(string? contentType)
    {
        var rest = contentType.AsSpan();
        while (rest.IndexOf(';') is >= 0 and var semicolon)
        {
            rest = rest[(semicolon + 1)..];
            var parameter = rest.IndexOf(';') is >= 0 and var end ? rest[..end] : rest;
            var equals = parameter.IndexOf('=');
            if (equals > 0 && parameter[..equals].Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
            {
                var name = parameter[(equals + 1)..].Trim(" \t'\"");
                return name.IsEmpty ? null : name.ToString();
            }
        }

        return null;
    }
}
