using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Betamax.Json;

/// <summary>Leaves single bytes out of a block.</summary>
internal static class Squeeze
{
    private const int Half = sizeof(ulong);

    private const ulong SecondHalf = 0x0808080808080808;

    /// <summary>For each choice among eight bytes the indices of the others, in their order.</summary>
    private static readonly ulong[] Others = [.. Enumerable.Range(0, 1 << Half).Select(OthersThan)];

    /// <summary>Writes what is left of the block. As many bytes are written as it has, whatever their number.</summary>
    /// <param name="block">The bytes.</param>
    /// <param name="left">A bit for each that is left out.</param>
    /// <param name="target">Where the others go.</param>
    public static void Write(Vector256<byte> block, uint left, Span<byte> target)
    {
        Write(block.GetLower(), left, target);
        Write(block.GetUpper(), left >> (2 * Half), target[((2 * Half) - BitOperations.PopCount((ushort)left))..]);
    }

    private static void Write(Vector128<byte> block, uint left, Span<byte> target)
    {
        var first = (byte)left;
        var second = (byte)(left >> Half);
        var squeezed = ByteShuffle.Of(block, Vector128.Create(Others[first], Others[second] + SecondHalf).AsByte()).AsUInt64();
        MemoryMarshal.Write(target, squeezed.GetElement(0));
        MemoryMarshal.Write(target[(Half - BitOperations.PopCount(first))..], squeezed.GetElement(1));
    }

    private static ulong OthersThan(int left)
    {
        Span<byte> others = stackalloc byte[Half];
        var count = 0;
        for (byte index = 0; index < Half; index++)
        {
            if ((left & (1 << index)) == 0)
            {
                others[count++] = index;
            }
        }

        return MemoryMarshal.Read<ulong>(others);
    }
}
