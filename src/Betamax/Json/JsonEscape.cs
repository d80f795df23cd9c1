using System.Buffers;

namespace Betamax.Json;

/// <summary>What must be escaped in a JSON string (RFC 8259, section 7), and no more: the text stays readable.</summary>
internal static class JsonEscape
{
    /// <summary>The length of the longest escape, such as <c>\u001f</c>.</summary>
    public const int MaxLength = 6;

    private static readonly SearchValues<byte> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(control => (byte)control), (byte)'"', (byte)'\\']);

    public static int IndexIn(ReadOnlySpan<byte> utf8) => utf8.IndexOfAny(Escaped);

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
