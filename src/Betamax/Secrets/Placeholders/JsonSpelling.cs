using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Betamax.Secrets.Placeholders;

/// <summary>The escapes of JSON (RFC 8259, section 7), of which each writer uses its own choice.</summary>
internal static class JsonSpelling
{
    /// <summary>
    /// No more escapes than JSON needs, marked by lower case; those of <c>System.Text.Json</c>, marked by upper case; those
    /// of PHP, and of Python where there is no slash, marked by one at the beginning.
    /// </summary>
    public static IReadOnlyList<Spelling> All { get; } =
    [
        new(value => Encoded(value, asPhp: false), text => Marked(text, "x4", firstAlone: false)),
        new(JavaScriptEncoder.Default.Encode, text => Marked(text, "X4", firstAlone: false)),
        new(value => Encoded(value, asPhp: true), text => Marked(text, "x4", firstAlone: true)),
    ];

    /// <summary>Whether a text can stand between quotation marks as it is.</summary>
    public static bool Fits(ReadOnlySpan<byte> text)
    {
        while (text.IndexOfAny((byte)'\\', (byte)'"') is >= 0 and var at)
        {
            var length = text[at] == '\\' ? Escapes.JsonAt(text[at..]).Length : 1;
            if (length == 1)
            {
                return false;
            }

            text = text[(at + length)..];
        }

        return !text.ContainsAnyInRange((byte)0, (byte)0x1F);
    }

    private static string Encoded(string value, bool asPhp)
    {
        var encoded = new StringBuilder(value.Length + 8);
        foreach (var one in value)
        {
            _ = one switch
            {
                '"' or '\\' => encoded.Append('\\').Append(one),
                '/' when asPhp => encoded.Append("\\/"),
                '\b' => encoded.Append("\\b"),
                '\f' => encoded.Append("\\f"),
                '\n' => encoded.Append("\\n"),
                '\r' => encoded.Append("\\r"),
                '\t' => encoded.Append("\\t"),
                < ' ' => AppendHex(encoded, one, "x4"),
                >= '\u0080' when asPhp => AppendHex(encoded, one, "x4"),
                _ => encoded.Append(one),
            };
        }

        return encoded.ToString();
    }

    private static string Marked(string text, string hex, bool firstAlone)
    {
        var marked = new StringBuilder(text.Length * 6);
        foreach (var one in text)
        {
            var isSpecial = one is < ' ' or > '~' or '"' or '\\' or '<' or '>' or '&' or '\'' or '+' or '`';
            _ = marked.Length == 0 || (isSpecial && !firstAlone) ? AppendHex(marked, one, hex) : marked.Append(one);
        }

        return marked.ToString();
    }

    private static StringBuilder AppendHex(StringBuilder text, char one, string hex) =>
        text.Append("\\u").Append(((int)one).ToString(hex, CultureInfo.InvariantCulture));
}
