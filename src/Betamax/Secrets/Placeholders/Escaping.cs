using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Betamax.Http;
using Betamax.Secrets.Encodings;

namespace Betamax.Secrets.Placeholders;

/// <summary>
/// The two ways to escape a text: percent-encoding, and the escapes of JSON. Each has two styles. The escapes in the text of
/// a placeholder remember the style of its value: their hexadecimal digits are in upper or in lower case.
/// </summary>
internal static class Escaping
{
    /// <summary>The length of a text at the beginning of another one, each character plain or escaped; 0 if it is not there.</summary>
    public static int Match(ReadOnlySpan<byte> text, ReadOnlySpan<byte> searched, bool isJson)
    {
        var at = 0;
        Span<byte> utf8 = stackalloc byte[4];
        while (!searched.IsEmpty)
        {
            var rest = text[at..];
            var (length, written) = isJson ? ReadJsonEscape(rest, utf8) : ReadPercentEscape(rest, utf8);
            if (length > 0 && searched.StartsWith(utf8[..written]))
            {
                at += length;
                searched = searched[written..];
            }
            else if (!rest.IsEmpty && (rest[0] == searched[0] || (rest[0] == '+' && searched[0] == ' ' && !isJson)))
            {
                at++;
                searched = searched[1..];
            }
            else
            {
                return 0;
            }
        }

        return at;
    }

    /// <summary>Escapes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isJson">Whether to use the escapes of JSON. If not, the value is percent-encoded.</param>
    /// <param name="upperCase">
    /// The style: percent-encoding with digits in upper case, and the escapes that <c>System.Text.Json</c> writes by default.
    /// The other one has digits in lower case, and no more escapes than JSON needs.
    /// </param>
    public static string EscapeValue(string value, bool isJson, bool upperCase) =>
        isJson ? (upperCase ? JavaScriptEncoder.Default.Encode(value) : string.Concat(value.Select(EscapeIfNeeded)))
        : upperCase ? Uri.EscapeDataString(value)
        : LowerDigits(Uri.EscapeDataString(value));

    /// <summary>
    /// Escapes the text of a placeholder. The first character is always escaped, so that the result differs from the plain
    /// text.
    /// </summary>
    public static string EscapePlaceholder(string text, bool isJson, bool upperCase)
    {
        var (first, rest) = (text[..1], text[1..]);
        return isJson ? EscapeEach(first, _ => false) + EscapeEach(rest, one => char.IsAsciiLetterOrDigit(one) || one is '_' or '-')
            : Uri.EscapeDataString(first) != first ? EscapeValue(text, isJson, upperCase)
            : Hexadecimal("%", first[0], 2) + EscapeValue(rest, isJson, upperCase);

        string EscapeEach(string characters, Func<char, bool> isPlain) =>
            string.Concat(characters.Select(one => isPlain(one) ? $"{one}" : Hexadecimal("\\u", one, 4)));

        string Hexadecimal(string prefix, int value, int digits) =>
            prefix + value.ToString($"{(upperCase ? 'X' : 'x')}{digits}", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Whether the digits of an escaped text are in upper case. If none is a letter, the usual case is assumed: upper for
    /// percent-encoding, lower for JSON.
    /// </summary>
    public static bool IsUpperCase(ReadOnlySpan<byte> escaped, bool isJson)
    {
        var prefix = isJson ? "\\u"u8 : "%"u8;
        var digits = isJson ? 4 : 2;
        while (escaped.IndexOf(prefix) is >= 0 and var at)
        {
            escaped = escaped[(at + prefix.Length)..];
            foreach (var digit in escaped[..Math.Min(digits, escaped.Length)])
            {
                if (char.IsAsciiLetter((char)digit))
                {
                    return char.IsAsciiLetterUpper((char)digit);
                }
            }
        }

        return !isJson;
    }

    /// <summary>Whether a text can stand in a JSON string without escapes, or has them already.</summary>
    public static bool FitsJsonString(ReadOnlySpan<byte> text)
    {
        while (text.IndexOfAny((byte)'\\', (byte)'"') is >= 0 and var at)
        {
            var length = text[at] == '\\' ? LooseJson.ReadEscape(text[at..]).Length : 1;
            if (length == 1)
            {
                return false;
            }

            text = text[(at + length)..];
        }

        return !text.ContainsAnyInRange((byte)0, (byte)0x1F);
    }

    private static (int Length, int Written) ReadPercentEscape(ReadOnlySpan<byte> text, Span<byte> utf8)
    {
        if (PercentEncoding.ReadByte(text) is not { } value)
        {
            return default;
        }

        utf8[0] = value;
        return (3, 1);
    }

    private static (int Length, int Written) ReadJsonEscape(ReadOnlySpan<byte> text, Span<byte> utf8) =>
        text is [(byte)'\\', ..] && LooseJson.ReadEscape(text) is { Length: > 1 } escape
            ? (escape.Length, escape.Value.EncodeToUtf8(utf8))
            : default;

    private static string EscapeIfNeeded(char one) => one switch
    {
        '"' or '\\' => $"\\{one}",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < ' ' => $"\\u{(int)one:x4}",
        _ => $"{one}",
    };

    private static string LowerDigits(string encoded)
    {
        var lower = new StringBuilder(encoded);
        for (var at = encoded.IndexOf('%', StringComparison.Ordinal); at >= 0; at = encoded.IndexOf('%', at + 1))
        {
            (lower[at + 1], lower[at + 2]) = (char.ToLowerInvariant(encoded[at + 1]), char.ToLowerInvariant(encoded[at + 2]));
        }

        return $"{lower}";
    }
}
