using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Betamax.Json;

/// <summary>Puts a backslash before single bytes of sixteen.</summary>
internal static class Stretch
{
    private const int Half = sizeof(ulong);

    // More than any index, so that zero comes of it, in which the backslash is put.
    private const byte Backslash = 0x80;

    /// <summary>For each choice among eight bytes the index of the byte that comes to each place, or that of a backslash.</summary>
    private static readonly Vector128<byte>[] Places = [.. Enumerable.Range(0, 1 << Half).Select(PlacesOf)];

    /// <summary>Writes the block with its backslashes; the result is its length. Up to twice as much is written.</summary>
    /// <param name="block">The bytes.</param>
    /// <param name="escaped">A bit for each that a backslash goes before.</param>
    /// <param name="target">Where it goes.</param>
    public static int Write(Vector128<byte> block, uint escaped, Span<byte> target)
    {
        var first = WriteHalf(block, (byte)escaped, target);
        var second = Vector128.Create(block.AsUInt64().GetElement(1), 0).AsByte();
        return first + WriteHalf(second, (byte)(escaped >> Half), target[first..]);
    }

    private static int WriteHalf(Vector128<byte> half, byte escaped, Span<byte> target)
    {
        var places = Places[escaped];
        var backslashes = Vector128.Equals(places, Vector128.Create(Backslash)) & Vector128.Create((byte)'\\');
        (Shuffle(half, places) | backslashes).CopyTo(target);
        return Half + BitOperations.PopCount(escaped);
    }

    // On .NET 8 Vector128 has no instruction for indices that are not constant.
    private static Vector128<byte> Shuffle(Vector128<byte> block, Vector128<byte> indices) =>
        Ssse3.IsSupported ? Ssse3.Shuffle(block, indices)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.VectorTableLookup(block, indices)
        : Vector128.Shuffle(block, indices);

    private static Vector128<byte> PlacesOf(int escaped)
    {
        Span<byte> places = stackalloc byte[2 * Half];
        var length = 0;
        for (byte index = 0; index < Half; index++)
        {
            if ((escaped & (1 << index)) != 0)
            {
                places[length++] = Backslash;
            }

            places[length++] = index;
        }

        return MemoryMarshal.Read<Vector128<byte>>(places);
    }
}
