using System.Buffers;
using System.Text;

namespace Betamax.Http;

/// <summary>
/// Percent-encoding (RFC 3986, section 2.1). A '%' without two hexadecimal digits after it stands for itself, because servers
/// and users do not always encode it.
/// </summary>
internal static class PercentEncoding
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly SearchValues<char> Unencoded = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/?");

    /// <summary>
    /// The normal form of a text (RFC 3986, section 6.2.2): unreserved characters are not encoded, characters that no URI may
    /// contain are encoded as UTF-8, and other encoded bytes stay encoded, in upper case.
    /// </summary>
    public static string Normalize(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Unencoded))
        {
            return text;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var normal = new StringBuilder(bytes.Length + 16);
        for (var i = 0; i < bytes.Length; i++)
        {
            var encoded = ReadByte(bytes.AsSpan(i));
            i += encoded is null ? 0 : 2;
            var character = (char)(encoded ?? bytes[i]);
            if (encoded is null ? Unencoded.Contains(character) : Unreserved.Contains(character))
            {
                normal.Append(character);
            }
            else
            {
                normal.Append('%').Append(((int)character).ToString("X2", null));
            }
        }

        return normal.ToString();
    }

    /// <summary>Decodes a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="plusIsSpace">Whether '+' is a space, as in forms and queries.</param>
    public static byte[] Decode(ReadOnlySpan<byte> text, bool plusIsSpace = false)
    {
        var decoded = new byte[text.Length];
        var (_, length) = Decode(plusIsSpace ? ReplacePlus(text) : text, decoded);
        return decoded[..length];
    }

    /// <summary>Decodes as much of a text as the destination has room for. The result is never longer than the text.</summary>
    /// <returns>How many bytes of the text were read, and how many were written.</returns>
    public static (int Consumed, int Written) Decode(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        var (at, written) = (0, 0);
        while (at < text.Length && written < destination.Length)
        {
            var encoded = ReadByte(text[at..]);
            destination[written++] = encoded ?? text[at];
            at += encoded is null ? 1 : 3;

            // Most of a text is not encoded, and is copied in one piece.
            var rest = text[at..];
            var plain = rest.IndexOf((byte)'%') is >= 0 and var next ? next : rest.Length;
            plain = Math.Min(plain, destination.Length - written);
            rest[..plain].CopyTo(destination[written..]);
            at += plain;
            written += plain;
        }

        return (at, written);
    }

    /// <summary>
    /// Reads the encoded byte at the beginning of a text, such as <c>%41</c>; <see langword="null"/> if there is none.
    /// </summary>
    public static byte? ReadByte(ReadOnlySpan<byte> text) =>
        text is [(byte)'%', var high, var low, ..] && char.IsAsciiHexDigit((char)high) && char.IsAsciiHexDigit((char)low)
            ? (byte)((ParseHexDigit(high) << 4) | ParseHexDigit(low))
            : null;

    private static byte[] ReplacePlus(ReadOnlySpan<byte> text)
    {
        var replaced = new byte[text.Length];
        text.Replace(replaced, (byte)'+', (byte)' ');
        return replaced;
    }

    private static int ParseHexDigit(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
