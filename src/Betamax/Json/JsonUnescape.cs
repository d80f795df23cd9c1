using System.Buffers;
using System.Buffers.Text;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace Betamax.Json;

/// <summary>Undoes the escapes of a JSON string (RFC 8259, section 7).</summary>
internal static class JsonUnescape
{
    private const int BlockLength = 128 / 8;

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
            DecodeBlocks(written, target, ref read, ref length);
            status = DecodeOne(written, target, ref read, ref length);
        }
        while (status is null);

        return status.Value;
    }

    /// <summary>Decodes whole blocks, up to something that must be looked at alone.</summary>
    private static void DecodeBlocks(ReadOnlySpan<byte> written, Span<byte> target, ref int read, ref int length)
    {
        while (written.Length - read >= BlockLength && target.Length - length >= BlockLength)
        {
            var block = Vector128.Create(written[read..]);
            var backslashes = Vector128.Equals(block, Vector128.Create((byte)'\\'));
            var quotes = Vector128.Equals(block, Vector128.Create((byte)'"'));
            var controls = Vector128.LessThan(block, Vector128.Create((byte)' '));
            if ((backslashes | quotes | controls) == Vector128<byte>.Zero)
            {
                block.CopyTo(target[length..]);
                read += BlockLength;
                length += BlockLength;
                continue;
            }

            var escapes = FirstsOf(backslashes.ExtractMostSignificantBits());
            var letters = escapes << 1;
            var plain = (backslashes | quotes | Vector128.Equals(block, Vector128.Create((byte)'/'))).ExtractMostSignificantBits();
            var ends = ((quotes | controls).ExtractMostSignificantBits() & ~letters) | (1u << BlockLength) | ((letters & ~plain) >> 1);
            var passed = BitOperations.TrailingZeroCount(ends);
            escapes &= (1u << passed) - 1;
            Squeeze.Write(block, escapes, target[length..]);
            read += passed;
            length += passed - BitOperations.PopCount(escapes);
            if (passed < BlockLength - 1)
            {
                return;
            }
        }
    }

    /// <summary>The backslashes that begin an escape: of several in a row each other one does.</summary>
    private static uint FirstsOf(uint backslashes)
    {
        if ((backslashes & (backslashes << 1)) == 0)
        {
            return backslashes;
        }

        var firsts = 0u;
        while (backslashes != 0)
        {
            var first = backslashes & (uint)-(int)backslashes;
            firsts |= first;
            backslashes &= ~(first | (first << 1));
        }

        return firsts;
    }

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

        var letter = "\"\\/bfnrt"u8.IndexOf(written[1]);
        if (letter < 0 || target.IsEmpty)
        {
            return letter < 0 ? OperationStatus.InvalidData : OperationStatus.DestinationTooSmall;
        }

        target[0] = "\"\\/\b\f\n\r\t"u8[letter];
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
        var isUnit = Utf8Parser.TryParse(escape[2..6], out ushort number, out var digits, 'x') && digits == 4 && escape.StartsWith("\\u"u8);
        unit = (char)number;
        return isUnit;
    }
}
