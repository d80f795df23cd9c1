using System.Buffers.Text;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace Betamax.Json;

/// <summary>Undoes the escapes of a JSON string (RFC 8259, section 7).</summary>
internal static class JsonUnescape
{
    /// <summary>
    /// Decodes a string in place. The result is never longer. Decoding stops at a quote, at anything that is not valid in a
    /// JSON string, at half of a surrogate pair, or at the end of the text.
    /// </summary>
    /// <param name="text">The text, in valid UTF-8.</param>
    /// <param name="read">Where the string starts. Set to where decoding has stopped.</param>
    /// <param name="written"> Where the decoded string starts, at most at <paramref name="read"/>. Set to its end. </param>
    public static void Decode(Span<byte> text, ref int read, ref int written)
    {
        var (from, to) = (read, written);
        while (from < text.Length)
        {
            if (text.Length - from >= Vector128<byte>.Count)
            {
                var plain = CopyPlain(text, from, to);
                from += plain;
                to += plain;
                if (plain == Vector128<byte>.Count)
                {
                    continue;
                }
            }

            var single = text[from];
            if (single == '\\')
            {
                single = from + 1 < text.Length ? DecodeLetter(text[from + 1]) : (byte)0;
                if (single == 0)
                {
                    if (!DecodeEscape(text, ref from, ref to))
                    {
                        break;
                    }

                    continue;
                }

                from++;
            }
            else if (single is < (byte)' ' or (byte)'"')
            {
                break;
            }

            text[to++] = single;
            from++;
        }

        (read, written) = (from, to);
    }

    /// <summary>Copies the bytes before the first special one, at most one block. Returns their number.</summary>
    private static int CopyPlain(Span<byte> text, int from, int to)
    {
        var block = Vector128.Create<byte>(text[from..]);
        var special = Vector128.Equals(block, Vector128.Create((byte)'"'))
            | Vector128.Equals(block, Vector128.Create((byte)'\\'))
            | Vector128.LessThan(block, Vector128.Create((byte)' '));
        var plain = special == default ? Vector128<byte>.Count : BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits());
        if (plain == Vector128<byte>.Count || to + Vector128<byte>.Count <= from)
        {
            block.CopyTo(text[to..]);
        }
        else
        {
            text.Slice(from, plain).CopyTo(text[to..]);
        }

        return plain;
    }

    private static bool DecodeEscape(Span<byte> text, ref int read, ref int written)
    {
        if (read + 1 == text.Length)
        {
            return false;
        }

        var letter = text[read + 1];
        if (letter == 'u')
        {
            if (DecodeCharacter(text[read..], out var length) is not { } character)
            {
                return false;
            }

            written += character.EncodeToUtf8(text[written..]);
            read += length;
            return true;
        }

        var single = DecodeLetter(letter);
        if (single == 0)
        {
            return false;
        }

        text[written++] = single;
        read += 2;
        return true;
    }

    /// <summary>The character that an escape of a backslash and a letter stands for; 0 if there is no such escape.</summary>
    public static byte DecodeLetter(byte letter) => letter switch
    {
        (byte)'"' or (byte)'\\' or (byte)'/' => letter,
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => 0,
    };

    /// <summary>
    /// Decodes an escape such as <c>\u0041</c>, or the two of a surrogate pair; <see langword="null"/> if the text starts
    /// with neither.
    /// </summary>
    private static Rune? DecodeCharacter(ReadOnlySpan<byte> text, out int length)
    {
        length = 6;
        if (DecodeCodeUnit(text) is not { } first)
        {
            return null;
        }

        if (Rune.TryCreate(first, out var character))
        {
            return character;
        }

        length = 12;
        return DecodeCodeUnit(text[6..]) is { } second && Rune.TryCreate(first, second, out character) ? character : null;
    }

    private static char? DecodeCodeUnit(ReadOnlySpan<byte> escape) =>
        escape.Length >= 6
        && escape.StartsWith("\\u"u8)
        && Utf8Parser.TryParse(escape[2..6], out ushort unit, out var digits, 'x')
        && digits == 4
            ? (char)unit
            : null;
}
