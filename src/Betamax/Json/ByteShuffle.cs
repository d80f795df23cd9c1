using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Betamax.Json;

/// <summary>Bytes in another order.</summary>
internal static class ByteShuffle
{
    /// <summary>More than any index: zero comes of it.</summary>
    public const byte Nothing = 0x80;

    // On .NET 8 Vector128 has no instruction for indices that are not constant.
    public static Vector128<byte> Of(Vector128<byte> block, Vector128<byte> indices) =>
        Ssse3.IsSupported ? Ssse3.Shuffle(block, indices)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.VectorTableLookup(block, indices)
        : Vector128.Shuffle(block, indices);
}
