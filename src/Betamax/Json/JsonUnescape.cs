using System.Buffers;
using System.Text;

namespace Betamax.Json;

/// <summary>Undoes the escapes of a JSON string (RFC 8259, section 7).</summary>
internal static class JsonUnescape
{
    /// <summary>
    /// Decodes a text up to its quote, which is not read. What is no JSON, or is half of a surrogate pair, is
    /// <see cref="OperationStatus.InvalidData"/>.
    /// </summary>
    /// <param name="written">What follows the quote before the text.</param>
    /// <param name="target">Where it goes. Behind the text something else may be written.</param>
    /// <param name="read">How much has been decoded.</param>
    /// <param name="length">The length of the text so far.</param>
    public static OperationStatus Decode(ReadOnlySpan<byte> written, Span<byte> target, out int read, out int length)
    {
        (read, length) = (0, 0);
        OperationStatus? status;
        do
        {
            if (read < written.Length && written[read] != '\\')
            {
                EscapedBlocks.Decode(written, target, ref read, ref length);
            }

            status = DecodeOne(written, target, ref read, ref length);
        }
        while (status is null);

        return status.Value;
    }

    /// <summary>What the letter of an escape of two bytes stands for; 0 = nothing.</summary>
    public static byte MeaningOf(byte letter) => letter switch
    {
        (byte)'"' or (byte)'\\' or (byte)'/' => letter,
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => 0,
    };

    /// <summary>Decodes one character; the result is why not, or <see langword="null"/>.</summary>
    private static OperationStatus? DecodeOne(ReadOnlySpan<byte> written, Span<byte> target, ref int read, ref int length)
    {
        if (read == written.Length)
        {
            return OperationStatus.NeedMoreData;
        }

        var one = written[read];
        if (one == '"')
        {
            return OperationStatus.Done;
        }

        if (one == '\\')
        {
            return DecodeEscape(written[read..], target[length..], ref read, ref length);
        }

        if (one < ' ' || length == target.Length)
        {
            return one < ' ' ? OperationStatus.InvalidData : OperationStatus.DestinationTooSmall;
        }

        target[length++] = one;
        read++;
        return null;
    }

    private static OperationStatus? DecodeEscape(ReadOnlySpan<byte> written, Span<byte> target, ref int read, ref int length)
    {
        if (written.Length < 2)
        {
            return OperationStatus.NeedMoreData;
        }

        if (written[1] == 'u')
        {
            return DecodeCodeUnits(written, target, ref read, ref length);
        }

        var meaning = MeaningOf(written[1]);
        if (meaning == 0 || target.IsEmpty)
        {
            return meaning == 0 ? OperationStatus.InvalidData : OperationStatus.DestinationTooSmall;
        }

        target[0] = meaning;
        read += 2;
        length++;
        return null;
    }

    /// <summary>Decodes <c>\u0000</c>, or two of them that are one character.</summary>
    private static OperationStatus? DecodeCodeUnits(ReadOnlySpan<byte> written, Span<byte> target, ref int read, ref int length)
    {
        const int Escape = 6;
        if (written.Length < Escape)
        {
            return OperationStatus.NeedMoreData;
        }

        if (!TryParse(written, out var unit))
        {
            return OperationStatus.InvalidData;
        }

        var passed = Escape;
        if (!Rune.TryCreate(unit, out var character))
        {
            if (written.Length < 2 * Escape)
            {
                return OperationStatus.NeedMoreData;
            }

            if (!TryParse(written[Escape..], out var low) || !Rune.TryCreate(unit, low, out character))
            {
                return OperationStatus.InvalidData;
            }

            passed = 2 * Escape;
        }

        if (!character.TryEncodeToUtf8(target, out var encoded))
        {
            return OperationStatus.DestinationTooSmall;
        }

        read += passed;
        length += encoded;
        return null;
    }

    private static bool TryParse(ReadOnlySpan<byte> escape, out char unit)
    {
        unit = '\0';
        foreach (var digit in escape[2..6])
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return false;
            }

            unit = (char)((unit << 4) | ((digit & 0xF) + (digit > '9' ? 9 : 0)));
        }

        return escape.StartsWith("\\u"u8);
    }
}
