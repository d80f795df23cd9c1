using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Betamax.Json;

/// <summary>Puts a backslash before single bytes of sixteen.</summary>
internal static class Stretch
{
    private const int Half = sizeof(ulong);

    /// <summary>For each choice among eight bytes the index of the byte that comes to each place; nothing where a backslash does.</summary>
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
        var backslashes = Vector128.Equals(places, Vector128.Create(ByteShuffle.Nothing)) & Vector128.Create((byte)'\\');
        (ByteShuffle.Of(half, places) | backslashes).CopyTo(target);
        return Half + BitOperations.PopCount(escaped);
    }

    private static Vector128<byte> PlacesOf(int escaped)
    {
        Span<byte> places = stackalloc byte[2 * Half];
        var length = 0;
        for (byte index = 0; index < Half; index++)
        {
            if ((escaped & (1 << index)) != 0)
            {
                places[length++] = ByteShuffle.Nothing;
            }

            places[length++] = index;
        }

        return MemoryMarshal.Read<Vector128<byte>>(places);
    }
}
