using System.Text;
using System.Text.Unicode;
using Betamax.Http;

namespace Betamax.Cassettes;

/// <summary>
/// Decides how a body is stored: as readable text if .NET and Python both get the same bytes back from it, and as base64
/// otherwise.
/// </summary>
internal static class BodyEncoding
{
    /// <summary>Chooses how the body of a response is stored.</summary>
    /// <param name="bytes">The bytes. They are not copied and must not change.</param>
    /// <param name="contentType">The value of <c>Content-Type</c>, if there is one.</param>
    /// <param name="contentEncoding">The value of <c>Content-Encoding</c>, if there is one.</param>
    /// <param name="preserveExactBytes">Whether it is stored as base64 in any case.</param>
    public static RecordedBody Choose(ReadOnlyMemory<byte> bytes, string? contentType, string? contentEncoding, bool preserveExactBytes)
    {
        var named = MediaType.Parse(contentType).Charset;
        if (named is not null && !(CharsetNames.IsKnownToPython(named) && Charset.Find(named) is not null))
        {
            // If only one of .NET and Python knew the name, the other could not read the cassette.
            return bytes.IsEmpty ? RecordedBody.Empty : RecordedBody.FromBytes(bytes);
        }

        if (bytes.IsEmpty)
        {
            return named is null ? RecordedBody.Empty : RecordedBody.FromUtf8(bytes, named);
        }

        return preserveExactBytes || ContentCodings.Parse(contentEncoding).Length > 0
            ? RecordedBody.FromBytes(bytes, named)
            : AsText(bytes, named ?? CharsetNames.Utf8) ?? RecordedBody.FromBytes(bytes, named);
    }

    /// <summary>
    /// Chooses how the body of a request is stored: as text only if it is UTF-8. The <c>body</c> matcher of Python Betamax
    /// compares the text on the cassette with the live bytes, which it decodes as UTF-8 whatever their charset is.
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
}
