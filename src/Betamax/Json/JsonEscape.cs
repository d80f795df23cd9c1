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

    public static int IndexIn(ReadOnlySpan<byte> utf8) => utf8.IndexOfAny(Escaped);

    /// <summary>Copies a text of ASCII in which there is nothing to escape, as most names are. Of any other a part may be copied.</summary>
    public static bool TryCopy(ReadOnlySpan<char> text, Span<byte> target)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter is < ' ' or > '~' or '"' or '\\')
            {
                return false;
            }

            target[at] = (byte)letter;
        }

        return true;
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
            var quotes = Vector128.Equals(block, Vector128.Create((byte)'"')) | Vector128.Equals(block, Vector128.Create((byte)'\\'));
            var controls = Vector128.LessThan(block, Vector128.Create((byte)' ')).ExtractMostSignificantBits();
            if (controls == 0)
            {
                length += Stretch.Write(block, quotes.ExtractMostSignificantBits(), target[length..]);
                utf8 = utf8[Vector128<byte>.Count..];
            }
            else
            {
                var upToControl = BitOperations.TrailingZeroCount(controls) + 1;
                length += EncodeEach(utf8[..upToControl], target[length..]);
                utf8 = utf8[upToControl..];
            }
        }

        return length + EncodeEach(utf8, target[length..]);
    }

    private static int EncodeEach(ReadOnlySpan<byte> utf8, Span<byte> target)
    {
        var length = 0;
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
