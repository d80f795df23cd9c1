using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Betamax.Http;

namespace Betamax.Matching.Values;

/// <summary>Cuts values to a length that fits in a message. Of two values, the excerpts show where they differ.</summary>
internal static class Excerpt
{
    /// <summary>The number of characters to which a text is cut.</summary>
    public const int Length = 120;

    private const int BytesLength = 40;
    private const int Lead = 30;

    public static string Cut(string text) => CutFrom(text, 0);

    public static string Cut(ReadOnlySpan<byte> bytes) => $"{FormatLength(bytes)}: {ShowBytes(bytes, 0)}";

    public static (string Live, string Recorded) Cut(string live, string recorded)
    {
        var start = 0;
        if (Math.Max(live.Length, recorded.Length) > Length)
        {
            start = Math.Max(0, live.AsSpan().CommonPrefixLength(recorded) - Lead);
        }

        return (CutFrom(live, start), CutFrom(recorded, start));
    }

    public static (string Live, string Recorded) Cut(ReadOnlySpan<byte> live, ReadOnlySpan<byte> recorded)
    {
        var offset = live.CommonPrefixLength(recorded);
        return (Describe(live, offset), Describe(recorded, offset));
    }

    private static string Describe(ReadOnlySpan<byte> bytes, int offset) =>
        offset == bytes.Length
            ? $"{FormatLength(bytes)}, all of them the same"
            : string.Create(CultureInfo.InvariantCulture, $"{FormatLength(bytes)}, different from byte {offset}: {ShowBytes(bytes, offset)}");

    private static string FormatLength(ReadOnlySpan<byte> bytes) =>
        bytes.Length == 1 ? "1 byte" : string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes");

    /// <summary>The first bytes after an offset: as text if all bytes are UTF-8, in hexadecimal otherwise.</summary>
    private static string ShowBytes(ReadOnlySpan<byte> bytes, int offset)
    {
        var rest = bytes[offset..];
        var window = rest[..Math.Min(rest.Length, BytesLength)];
        var more = window.Length < rest.Length ? "…" : "";
        return (Utf8.IsValid(bytes) ? MakeReadable(LosslessUtf8.Decode(window)) : "0x" + Convert.ToHexString(window)) + more;
    }

    private static string CutFrom(string text, int start)
    {
        start = Math.Min(start, text.Length);
        start -= SplitsPair(text, start) ? 1 : 0;
        var end = Math.Min(text.Length, start + Length);
        end -= SplitsPair(text, end) ? 1 : 0;
        return (start > 0 ? "…" : "") + MakeReadable(text[start..end]) + (end < text.Length ? "…" : "");
    }

    private static bool SplitsPair(string text, int index) =>
        index > 0 && index < text.Length && char.IsSurrogatePair(text[index - 1], text[index]);

    /// <summary>Makes control characters visible, and bytes that are not UTF-8.</summary>
    private static string MakeReadable(string text)
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
                readable.Append(MakeReadable(text[i]));
            }
        }

        return readable.ToString();
    }

    private static string MakeReadable(char character) => character switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when LosslessUtf8.GetByte(character) is { } value => $"%{value:X2}",
        _ when char.IsControl(character) || char.IsSurrogate(character) => $"\\u{(int)character:X4}",
        _ => character.ToString(),
    };
}
