using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Betamax.Http;

namespace Betamax.Matching.Facets;

/// <summary>Values cut to a length that a message can hold, so that where two of them differ stays in sight.</summary>
internal static class Excerpt
{
    /// <summary>The length, in characters, to which a text is cut.</summary>
    public const int Length = 120;

    private const int BytesLength = 40;
    private const int Lead = 30;

    public static string Of(string text) => Cut(text, 0);

    public static string Of(ReadOnlySpan<byte> bytes) => $"{Count(bytes)}: {Window(bytes, 0)}";

    public static (string Asked, string Recorded) OfBoth(string asked, string recorded)
    {
        var start = 0;
        if (Math.Max(asked.Length, recorded.Length) > Length)
        {
            start = Math.Max(0, asked.AsSpan().CommonPrefixLength(recorded) - Lead);
        }

        return (Cut(asked, start), Cut(recorded, start));
    }

    public static (string Asked, string Recorded) OfBoth(ReadOnlySpan<byte> asked, ReadOnlySpan<byte> recorded)
    {
        var offset = asked.CommonPrefixLength(recorded);
        return (From(asked, offset), From(recorded, offset));
    }

    private static string From(ReadOnlySpan<byte> bytes, int offset) =>
        offset == bytes.Length
            ? $"{Count(bytes)}, all of them the same"
            : string.Create(CultureInfo.InvariantCulture, $"{Count(bytes)}, different from byte {offset}: {Window(bytes, offset)}");

    private static string Count(ReadOnlySpan<byte> bytes) =>
        bytes.Length == 1 ? "1 byte" : string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes");

    /// <summary>Some bytes from an offset on: as text where they are some, else in hexadecimal.</summary>
    private static string Window(ReadOnlySpan<byte> bytes, int offset)
    {
        var rest = bytes[offset..];
        var window = rest[..Math.Min(rest.Length, BytesLength)];
        var more = window.Length < rest.Length ? "…" : "";
        return (Utf8.IsValid(bytes) ? Readable(LosslessUtf8.Decode(window)) : "0x" + Convert.ToHexString(window)) + more;
    }

    private static string Cut(string text, int start)
    {
        start = Math.Min(start, text.Length);
        start -= SplitsPair(text, start) ? 1 : 0;
        var end = Math.Min(text.Length, start + Length);
        end -= SplitsPair(text, end) ? 1 : 0;
        return (start > 0 ? "…" : "") + Readable(text[start..end]) + (end < text.Length ? "…" : "");
    }

    private static bool SplitsPair(string text, int index) =>
        index > 0 && index < text.Length && char.IsSurrogatePair(text[index - 1], text[index]);

    /// <summary>On one line, and with the bytes visible that are no text.</summary>
    private static string Readable(string text)
    {
        if (!text.Any(character => char.IsControl(character) || char.IsSurrogate(character)))
        {
            return text;
        }

        var readable = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                readable.Append(text, i++, 2);
            }
            else
            {
                readable.Append(Readable(text[i]));
            }
        }

        return readable.ToString();
    }

    private static string Readable(char character) => character switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when LosslessUtf8.ByteOf(character) is { } value => $"%{value:X2}",
        _ when char.IsControl(character) || char.IsSurrogate(character) => $"\\u{(int)character:X4}",
        _ => character.ToString(),
    };
}
