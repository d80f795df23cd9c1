using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Betamax.Json;

/// <summary>Undoes the escapes of a JSON string (RFC 8259, section 7).</summary>
internal static class JsonUnescape
{
    private const int BlockLength = 128 / 8;

    private static readonly SearchValues<byte> Letters = SearchValues.Create("\"\\/bfnrtu"u8);

    /// <summary>Where a text with escapes ends, or is not JSON any more; -1 = it does not end.</summary>
    /// <param name="utf8">What follows the quote before the text.</param>
    /// <param name="at">Where to begin: not within an escape.</param>
    /// <param name="hasCodeUnits">Whether there are escapes of the form <c>\u0000</c>, whose digits are not looked at.</param>
    public static int EndOfText(ReadOnlySpan<byte> utf8, int at, out bool hasCodeUnits)
    {
        // Escapes stand close together: one look finds all of them among as many bytes as the processor takes at once.
        hasCodeUnits = false;
        while (at < utf8.Length)
        {
            var passed = Vector256<byte>.Count;
            for (var found = FindIn(utf8[at..]); found != 0;)
            {
                var index = BitOperations.TrailingZeroCount(found);
                var mark = at + index;
                if (utf8[mark] != '\\' || mark + 1 == utf8.Length || !Letters.Contains(utf8[mark + 1]))
                {
                    return mark;
                }

                hasCodeUnits |= utf8[mark + 1] == 'u';
                passed = Math.Max(passed, index + 2);
                found &= ~(0b11u << index);
            }

            at += passed;
        }

        return -1;
    }

    /// <summary>Replaces the escapes by what they stand for; there is none of the form <c>\u0000</c>. The result is its length.</summary>
    public static int DecodeInPlace(Span<byte> text)
    {
        var (from, to) = (0, 0);
        while (from < text.Length)
        {
            // A block may be written whole once it no longer reaches what is still to be read.
            var isBlock = from - to >= BlockLength && text.Length - from > 2 * BlockLength;
            (from, to) = isBlock ? DecodeBlock(text, from, to) : DecodeNext(text, from, to);
        }

        return to;
    }

    /// <summary>A bit for each of the first bytes: whether it is among those that must be escaped.</summary>
    private static uint FindIn(scoped ReadOnlySpan<byte> utf8)
    {
        Span<byte> filled = stackalloc byte[Vector256<byte>.Count];
        if (utf8.Length < filled.Length)
        {
            filled.Fill((byte)' ');
            utf8.CopyTo(filled);
        }

        var bytes = Vector256.Create(utf8.Length < filled.Length ? filled : utf8);
        return (Vector256.Equals(bytes, Vector256.Create((byte)'"'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
            | Vector256.LessThan(bytes, Vector256.Create((byte)' '))).ExtractMostSignificantBits();
    }

    /// <summary>Decodes up to the next escape, and it too.</summary>
    private static (int From, int To) DecodeNext(Span<byte> text, int from, int to)
    {
        var rest = text[from..];
        var plain = rest.IndexOf((byte)'\\');
        if (plain < 0)
        {
            rest.CopyTo(text[to..]);
            return (text.Length, to + rest.Length);
        }

        rest[..plain].CopyTo(text[to..]);
        text[to + plain] = Decode(rest[plain + 1]);
        return (from + plain + 2, to + plain + 1);
    }

    /// <summary>Decodes a block. JSON within JSON has an escape every few bytes, so that to look for each alone takes longer.</summary>
    private static (int From, int To) DecodeBlock(Span<byte> text, int from, int to)
    {
        var end = from + BlockLength;
        var escapes = Vector128.Equals(BlockAt(text, from), Vector128.Create((byte)'\\')).ExtractMostSignificantBits();
        while (escapes != 0)
        {
            var at = BitOperations.TrailingZeroCount(escapes);
            escapes &= ~(0b11u << at); // What follows may be a backslash too, but it begins no escape.
            at += end - BlockLength;
            BlockAt(text, from).CopyTo(text[to..]);
            to += at - from;
            text[to++] = Decode(text[at + 1]);
            from = at + 2;
        }

        BlockAt(text, from).CopyTo(text[to..]);
        return from < end ? (end, to + end - from) : (from, to);
    }

    private static Vector128<byte> BlockAt(ReadOnlySpan<byte> text, int start) => Vector128.Create(text[start..]);

    private static byte Decode(byte letter) => letter switch
    {
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        var itself => itself,
    };
}
