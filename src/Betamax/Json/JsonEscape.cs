using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Betamax.Json;

/// <summary>What must be escaped in a JSON string (RFC 8259, section 7), and no more: the text stays readable.</summary>
internal static class JsonEscape
{
    /// <summary>The length of the longest escape, such as <c>\u001f</c>.</summary>
    public const int MaxLength = 6;

    private static readonly SearchValues<byte> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(control => (byte)control), (byte)'"', (byte)'\\']);

    private static readonly SearchValues<byte> Letters = SearchValues.Create("\"\\/bfnrtu"u8);

    public static int IndexIn(ReadOnlySpan<byte> utf8) => utf8.IndexOfAny(Escaped);

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
        var length = 0;
        for (var rest = text; !rest.IsEmpty;)
        {
            var plain = rest.IndexOf((byte)'\\');
            var copied = plain < 0 ? rest : rest[..plain];
            copied.CopyTo(text[length..]);
            length += copied.Length;
            if (plain < 0)
            {
                break;
            }

            text[length++] = rest[plain + 1] switch
            {
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                var itself => itself,
            };
            rest = rest[(plain + 2)..];
        }

        return length;
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

    /// <summary>Writes a text with its escapes; the result is its length. Where there is one escape there are mostly many, as in JSON.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="target">Where it goes: with room for as many escapes as it has bytes.</param>
    public static int Encode(ReadOnlySpan<byte> utf8, Span<byte> target)
    {
        var length = 0;
        while (utf8.Length >= Vector128<byte>.Count)
        {
            var block = Vector128.Create(utf8);
            block.CopyTo(target[length..]);
            var plain = BitOperations.TrailingZeroCount(EscapedIn(block));
            length += plain;
            utf8 = utf8[plain..];
            if (plain < Vector128<byte>.Count)
            {
                length += Write(utf8[0], target[length..]);
                utf8 = utf8[1..];
            }
        }

        foreach (var one in utf8)
        {
            if (Escaped.Contains(one))
            {
                length += Write(one, target[length..]);
            }
            else
            {
                target[length++] = one;
            }
        }

        return length;
    }

    /// <summary>A bit for each byte that must be escaped, and one behind them.</summary>
    private static uint EscapedIn(Vector128<byte> block) => (1u << Vector128<byte>.Count)
        | (Vector128.Equals(block, Vector128.Create((byte)'"'))
            | Vector128.Equals(block, Vector128.Create((byte)'\\'))
            | Vector128.LessThan(block, Vector128.Create((byte)' '))).ExtractMostSignificantBits();

    private static int Write(byte escaped, Span<byte> target)
    {
        var letter = escaped switch
        {
            (byte)'"' or (byte)'\\' => escaped,
            (byte)'\b' => (byte)'b',
            (byte)'\f' => (byte)'f',
            (byte)'\n' => (byte)'n',
            (byte)'\r' => (byte)'r',
            (byte)'\t' => (byte)'t',
            _ => (byte)'u',
        };
        target[0] = (byte)'\\';
        target[1] = letter;
        if (letter != 'u')
        {
            return 2;
        }

        "00"u8.CopyTo(target[2..]);
        target[4] = (byte)(escaped < 0x10 ? '0' : '1');
        target[5] = "0123456789abcdef"u8[escaped & 0xF];
        return MaxLength;
    }
}
