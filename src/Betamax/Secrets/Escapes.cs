using System.Buffers.Text;
using System.Text;

namespace Betamax.Secrets;

/// <summary>Undoes escapes, as far as the destination has room. What is no escape stays as it is.</summary>
/// <param name="source">The text.</param>
/// <param name="destination">Where the result goes; it is never longer than the source.</param>
internal delegate (int Consumed, int Written) EscapeDecoder(ReadOnlySpan<byte> source, Span<byte> destination);

/// <summary>The two kinds of escapes in which a text is carried by another one.</summary>
internal static class Escapes
{
    /// <summary><c>%41</c>, as in URIs and forms.</summary>
    public static (int Consumed, int Written) Percent(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        var (at, written) = (0, 0);
        while (CopyTo((byte)'%', source, destination, ref at, ref written))
        {
            if (PercentAt(source[at..]) is { } value)
            {
                destination[written++] = value;
                at += 3;
            }
            else
            {
                destination[written++] = source[at++];
            }
        }

        return (at, written);
    }

    /// <summary><c>\n</c>, <c>\/</c> and <c>\u0041</c>, as in JSON.</summary>
    public static (int Consumed, int Written) Json(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        var (at, written) = (0, 0);
        while (CopyTo((byte)'\\', source, destination, ref at, ref written))
        {
            var (length, rune) = JsonAt(source[at..]);
            if (!rune.TryEncodeToUtf8(destination[written..], out var count))
            {
                break;
            }

            written += count;
            at += length;
        }

        return (at, written);
    }

    /// <summary>
    /// Whether there are escapes that hide more than a quotation mark. Those of quotation marks are the most by far, and what
    /// stands between them is as it was.
    /// </summary>
    public static bool JsonHides(ReadOnlySpan<byte> text)
    {
        while (text.IndexOf((byte)'\\') is >= 0 and var at && at + 1 < text.Length)
        {
            if (text[at + 1] != '"')
            {
                return true;
            }

            text = text[(at + 2)..];
        }

        return false;
    }

    /// <summary>The byte behind <c>%41</c>, if the text begins with such an escape.</summary>
    public static byte? PercentAt(ReadOnlySpan<byte> text) =>
        text.Length >= 3 && text[0] == '%' && Hex(text.Slice(1, 2)) is { } value ? (byte)value : null;

    /// <summary>What stands at a backslash, and how long it is: one sign where it begins no escape.</summary>
    public static (int Length, Rune Value) JsonAt(ReadOnlySpan<byte> escape)
    {
        if (escape.Length >= 6 && escape[1] == 'u' && Hex(escape.Slice(2, 4)) is { } unit)
        {
            return Rune.TryCreate((char)unit, out var rune) ? (6, rune)
                : escape.Length >= 12 && escape[6] == '\\' && escape[7] == 'u' && Hex(escape.Slice(8, 4)) is { } low
                    && Rune.TryCreate((char)unit, (char)low, out var pair) ? (12, pair)
                : (6, Rune.ReplacementChar);
        }

        return escape.Length < 2 ? (1, new Rune('\\')) : escape[1] switch
        {
            (byte)'n' => (2, new Rune('\n')),
            (byte)'r' => (2, new Rune('\r')),
            (byte)'t' => (2, new Rune('\t')),
            (byte)'b' => (2, new Rune('\b')),
            (byte)'f' => (2, new Rune('\f')),
            (byte)'"' or (byte)'\\' or (byte)'/' => (2, new Rune(escape[1])),
            _ => (1, new Rune('\\')),
        };
    }

    /// <summary>Copies what stands before the next escape. False = there is none, or no room for it.</summary>
    private static bool CopyTo(byte sign, ReadOnlySpan<byte> source, Span<byte> destination, ref int at, ref int written)
    {
        var plain = source[at..].IndexOf(sign) is >= 0 and var next ? next : source.Length - at;
        var length = Math.Min(plain, destination.Length - written);
        source.Slice(at, length).CopyTo(destination[written..]);
        at += length;
        written += length;
        return at < source.Length && written < destination.Length;
    }

    private static int? Hex(ReadOnlySpan<byte> digits) =>
        Utf8Parser.TryParse(digits, out int value, out var consumed, 'x') && consumed == digits.Length ? value : null;
}
