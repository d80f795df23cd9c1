using System.Text;

namespace Betamax.Json;

/// <summary>Undoes the escapes of a JSON string (RFC 8259, section 7).</summary>
internal static class JsonUnescape
{
    /// <summary>
    /// Decodes a string in place: no escape is shorter than what it stands for. Returns the new length, or -1 if an escape is
    /// half of a surrogate pair.
    /// </summary>
    /// <param name="text">The string without its quotes. Its escapes are valid JSON.</param>
    public static int DecodeInPlace(Span<byte> text)
    {
        var written = text.IndexOf((byte)'\\');
        if (written < 0)
        {
            return text.Length;
        }

        for (var read = written; read < text.Length; read++)
        {
            var single = text[read];
            if (single == '\\')
            {
                single = text[++read];
                if (single == 'u')
                {
                    if (DecodeCharacter(text[(read - 1)..], out var length) is not { } character)
                    {
                        return -1;
                    }

                    written += character.EncodeToUtf8(text[written..]);
                    read += length - 2;
                    continue;
                }

                single = DecodeLetter(single);
            }

            text[written++] = single;
        }

        return written;
    }

    /// <summary>The character that an escape of a backslash and a letter stands for.</summary>
    public static byte DecodeLetter(byte letter) => letter switch
    {
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => letter,
    };

    /// <summary>Decodes <c>\u0000</c>, or two of them that are a surrogate pair; <see langword="null"/> if only half of one is there.</summary>
    private static Rune? DecodeCharacter(ReadOnlySpan<byte> text, out int length)
    {
        length = 6;
        var first = DecodeCodeUnit(text);
        if (Rune.TryCreate(first, out var character))
        {
            return character;
        }

        length = 12;
        return text[6..].StartsWith("\\u"u8) && Rune.TryCreate(first, DecodeCodeUnit(text[6..]), out character) ? character : null;
    }

    private static char DecodeCodeUnit(ReadOnlySpan<byte> escape)
    {
        var unit = 0;
        foreach (var digit in escape[2..6])
        {
            unit = (unit << 4) | ((digit & 0xF) + (digit > '9' ? 9 : 0));
        }

        return (char)unit;
    }
}
