using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Betamax.Secrets.Leaks;

/// <summary>Letters, digits and few signs in a row: every shape of a secret has ten of them, and ordinary texts seldom do.</summary>
internal static class LongRun
{
    private const int Block = 256 / 8;

    private static readonly SearchValues<byte> Members =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.+/=:"u8);

    /// <summary>Where the next one is, from an index on; both at the end of the text = there is none.</summary>
    public static (int Start, int End) From(int index, ReadOnlySpan<byte> text)
    {
        var start = StartFrom(index, text);
        return start < 0 ? (text.Length, text.Length)
            : text[start..].IndexOfAnyExcept(Members) is >= 0 and var length ? (start, start + length)
            : (start, text.Length);
    }

    private static int StartFrom(int index, ReadOnlySpan<byte> text)
    {
        // A bit for each byte that is a member: those of one block, and behind these the next.
        var members = 0UL;
        for (var at = index; at < text.Length; at += Block)
        {
            var rest = text[at..];
            var block = rest.Length >= Block ? Vector256.Create(rest) : PartOfBlock(rest);
            members = (members >> Block) | ((ulong)MembersOf(block) << Block);
            var twos = members & (members >> 1);
            var fours = twos & (twos >> 2);
            var tens = fours & (fours >> 4) & (twos >> 8);
            if (tens != 0)
            {
                return at - Block + BitOperations.TrailingZeroCount(tens);
            }
        }

        return -1;
    }

    private static uint MembersOf(Vector256<byte> block) => (
        IsIn(block | Vector256.Create((byte)0x20), (byte)'a', (byte)'z')
        | IsIn(block, (byte)'-', (byte)':')
        | Vector256.Equals(block, Vector256.Create((byte)'+'))
        | Vector256.Equals(block, Vector256.Create((byte)'='))
        | Vector256.Equals(block, Vector256.Create((byte)'_'))).ExtractMostSignificantBits();

    private static Vector256<byte> IsIn(Vector256<byte> block, byte first, byte last) =>
        Vector256.LessThanOrEqual(block - Vector256.Create(first), Vector256.Create((byte)(last - first)));

    private static Vector256<byte> PartOfBlock(ReadOnlySpan<byte> text)
    {
        Span<byte> block = stackalloc byte[Block];
        text.CopyTo(block);
        return Vector256.Create<byte>(block);
    }
}
