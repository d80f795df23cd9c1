using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Betamax.Json;

/// <summary>Finds the end of a JSON string (RFC 8259, section 7).</summary>
internal static class JsonText
{
    private static readonly SearchValues<byte> Letters = SearchValues.Create("\"\\/bfnrtu"u8);

    /// <summary>Whether a text is there as a whole, and says what is written.</summary>
    /// <param name="utf8">The text from the quote before it, and what follows.</param>
    /// <param name="text">What stands between its quotes.</param>
    public static bool IsPlain(ReadOnlySpan<byte> utf8, out ReadOnlySpan<byte> text)
    {
        text = utf8[1..];
        var end = JsonEscape.IndexIn(text);
        var isPlain = end >= 0 && text[end] == '"';
        text = isPlain ? text[..end] : default;
        return isPlain;
    }

    /// <summary>Where a text ends, or is not JSON any more; -1 = it goes on behind what is there.</summary>
    /// <param name="utf8">What follows the quote before the text.</param>
    /// <param name="isEscaped">Whether there are escapes in it.</param>
    /// <param name="hasCodeUnits">Whether there are escapes of the form <c>\u0000</c>, whose digits are not looked at.</param>
    public static int EndIn(ReadOnlySpan<byte> utf8, out bool isEscaped, out bool hasCodeUnits)
    {
        var end = FirstIn(utf8);
        isEscaped = end >= 0 && utf8[end] == '\\';
        hasCodeUnits = false;
        return isEscaped ? EndIn(utf8, end, out hasCodeUnits) : end;
    }

    /// <summary>Where the first byte stands that must be escaped. Most texts are names, and found at the first look.</summary>
    private static int FirstIn(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length >= Vector256<byte>.Count && FindIn(Vector256.Create(utf8)) is not 0 and var found)
        {
            return BitOperations.TrailingZeroCount(found);
        }

        return JsonEscape.IndexIn(utf8);
    }

    private static int EndIn(ReadOnlySpan<byte> utf8, int at, out bool hasCodeUnits)
    {
        // Escapes stand close together: one look finds all of them among as many bytes as the processor takes at once.
        hasCodeUnits = false;
        while (at < utf8.Length)
        {
            var passed = Vector256<byte>.Count;
            for (var found = FindIn(BlockAt(utf8[at..])); found != 0;)
            {
                var index = BitOperations.TrailingZeroCount(found);
                var mark = at + index;
                var isLast = mark + 1 == utf8.Length;
                if (utf8[mark] != '\\' || isLast || !Letters.Contains(utf8[mark + 1]))
                {
                    return utf8[mark] == '\\' && isLast ? -1 : mark;
                }

                hasCodeUnits |= utf8[mark + 1] == 'u';
                passed = Math.Max(passed, index + 2);
                found &= ~(0b11u << index);
            }

            at += passed;
        }

        return -1;
    }

    /// <summary>The first bytes, and spaces where there are too few.</summary>
    private static Vector256<byte> BlockAt(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length >= Vector256<byte>.Count)
        {
            return Vector256.Create(utf8);
        }

        Span<byte> filled = stackalloc byte[Vector256<byte>.Count];
        filled.Fill((byte)' ');
        utf8.CopyTo(filled);
        return Vector256.Create<byte>(filled);
    }

    /// <summary>A bit for each byte: whether it is among those that must be escaped.</summary>
    private static uint FindIn(Vector256<byte> bytes) =>
        (Vector256.Equals(bytes, Vector256.Create((byte)'"'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
            | Vector256.LessThan(bytes, Vector256.Create((byte)' '))).ExtractMostSignificantBits();
}
