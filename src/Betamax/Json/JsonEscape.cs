using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Betamax.Json;

/// <summary>What must be escaped in a JSON string (RFC 8259, section 7), and no more: the text stays readable.</summary>
internal static class JsonEscape
{
    /// <summary>The length of the longest escape, such as <c>\u001f</c>.</summary>
    public const int MaxLength = 6;

    private const int BlockLength = 128 / 8;

    private static readonly SearchValues<byte> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(control => (byte)control), (byte)'"', (byte)'\\']);

    public static int IndexIn(ReadOnlySpan<byte> utf8) => utf8.IndexOfAny(Escaped);

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

    /// <summary>Writes the escape of one byte; the result is its length.</summary>
    public static int Write(byte escaped, Span<byte> target)
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
