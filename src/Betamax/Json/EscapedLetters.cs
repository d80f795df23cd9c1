using System.Runtime.Intrinsics;

namespace Betamax.Json;

/// <summary>What the letter of an escape stands for, of those whose escape is two bytes long.</summary>
internal static class EscapedLetters
{
    /// <summary>The letter's meaning; 0 = it has none.</summary>
    public static byte Decode(byte letter) => letter switch
    {
        (byte)'"' or (byte)'\\' or (byte)'/' => letter,
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => 0,
    };

    /// <summary>The same of some bytes of a block.</summary>
    /// <param name="block">The bytes.</param>
    /// <param name="letters">A bit for each letter.</param>
    /// <param name="unknown">A bit for each of them that is no quote and no backslash; what stays are those without a meaning.</param>
    public static Vector128<byte> Decode(Vector128<byte> block, uint letters, ref uint unknown)
    {
        var decoded = (Is(block, 'n') & Vector128.Create((byte)'\n'))
            | (Is(block, 't') & Vector128.Create((byte)'\t'))
            | (Is(block, 'r') & Vector128.Create((byte)'\r'))
            | (Is(block, 'f') & Vector128.Create((byte)'\f'))
            | (Is(block, 'b') & Vector128.Create((byte)'\b'))
            | (Is(block, '/') & block);
        var changes = ~Vector128.Equals(decoded, Vector128<byte>.Zero);
        unknown &= ~changes.ExtractMostSignificantBits();
        return Vector128.ConditionalSelect(changes & BytesOf(letters), decoded, block);
    }

    /// <summary>All bits of each byte whose bit is set.</summary>
    private static Vector128<byte> BytesOf(uint bits)
    {
        var each = Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128);
        var both = Vector128.Create((byte)bits * 0x0101010101010101UL, (byte)(bits >> 8) * 0x0101010101010101UL).AsByte();
        return Vector128.Equals(both & each, each);
    }

    private static Vector128<byte> Is(Vector128<byte> block, char letter) => Vector128.Equals(block, Vector128.Create((byte)letter));
}
