using System.Buffers.Text;
using System.Text;
using Betamax.Json;

namespace Betamax.Secrets.Encodings;

/// <summary>JSON in any text: it may be cut off, wrapped in other text, or in the string of other JSON. Nothing is an error.</summary>
internal static class LooseJson
{
    /// <summary>Whether a text begins as a JSON object or array does.</summary>
    public static bool IsLikely(ReadOnlySpan<byte> utf8) => utf8.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    /// <summary>
    /// Replaces the escapes of JSON strings (RFC 8259, section 7), as far as the destination has room. The result is never
    /// longer than the source.
    /// </summary>
    /// <returns>How many bytes were read, and how many were written.</returns>
    public static (int Consumed, int Written) Unescape(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        var (at, written) = (0, 0);
        while (at < source.Length && written < destination.Length)
        {
            var rest = source[at..];
            var plain = rest.IndexOf((byte)'\\') is >= 0 and var next ? next : rest.Length;
            if (plain > 0)
            {
                plain = Math.Min(plain, destination.Length - written);
                rest[..plain].CopyTo(destination[written..]);
                at += plain;
                written += plain;
                continue;
            }

            var (length, rune) = ReadEscape(rest);
            if (!rune.TryEncodeToUtf8(destination[written..], out var count))
            {
                break;
            }

            at += length;
            written += count;
        }

        return (at, written);
    }

    /// <summary>Reads the escape at the beginning of a text. Without one, the result is the backslash and the length 1.</summary>
    public static (int Length, Rune Value) ReadEscape(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2)
        {
            return (1, new Rune('\\'));
        }

        return text[1] switch
        {
            (byte)'u' => ReadUnicodeEscape(text),
            var letter when "\"\\/bfnrt"u8.Contains(letter) => (2, new Rune(JsonUnescape.DecodeLetter(letter))),
            _ => (1, new Rune('\\')),
        };
    }

    private static (int Length, Rune Value) ReadUnicodeEscape(ReadOnlySpan<byte> text)
    {
        if (ReadCodeUnit(text) is not { } unit)
        {
            return (1, new Rune('\\'));
        }

        return Rune.TryCreate(unit, out var rune) ? (6, rune)
            : ReadCodeUnit(text[6..]) is { } low && Rune.TryCreate(unit, low, out var pair) ? (12, pair)
            : (6, Rune.ReplacementChar);
    }

    private static char? ReadCodeUnit(ReadOnlySpan<byte> text) =>
        text.Length >= 6
        && text.StartsWith("\\u"u8)
        && Utf8Parser.TryParse(text.Slice(2, 4), out ushort unit, out var consumed, 'x')
        && consumed == 4
            ? (char)unit
            : null;
}
