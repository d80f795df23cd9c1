using System.Buffers;
using System.Text;

namespace Betamax.Matching.Uris;

/// <summary>Percent-encoding (RFC 3986, 2.1), of texts that may not have been encoded where they should have been.</summary>
internal static class PercentEncoding
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly SearchValues<char> Plain = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/?");

    /// <summary>
    /// The one spelling of a text (RFC 3986, 6.2.2): unreserved characters stand as they are, what a URI cannot hold is
    /// encoded as UTF-8, and what was encoded stays so, in upper case.
    /// </summary>
    public static string Normalise(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var normal = new StringBuilder(bytes.Length + 16);
        for (var i = 0; i < bytes.Length; i++)
        {
            var encoded = Octet(bytes, i);
            i += encoded is null ? 0 : 2;
            var character = (char)(encoded ?? bytes[i]);
            if (encoded is null ? Plain.Contains(character) : Unreserved.Contains(character))
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

    /// <summary>The bytes behind a text. A '%' that begins no pair of hexadecimal digits stands for itself.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> text, bool plusIsSpace = false)
    {
        var decoded = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var encoded = Octet(text, i);
            decoded[length++] = encoded ?? (plusIsSpace && text[i] == '+' ? (byte)' ' : text[i]);
            i += encoded is null ? 0 : 2;
        }

        return decoded[..length];
    }

    private static byte? Octet(ReadOnlySpan<byte> text, int at) =>
        text[at] == '%' && at + 2 < text.Length && char.IsAsciiHexDigit((char)text[at + 1]) && char.IsAsciiHexDigit((char)text[at + 2])
            ? (byte)((Digit(text[at + 1]) << 4) | Digit(text[at + 2]))
            : null;

    private static int Digit(byte hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;
}
