using System.Buffers.Binary;
using System.Text;

namespace Betamax.Json;

/// <summary>Returns the same string for equal short texts. Most short texts of a long document occur many times.</summary>
internal sealed class StringPool
{
    private const int MaxLength = 128;
    private const int SizeBits = 7;

    private readonly string?[] _strings = new string?[1 << SizeBits];

    public string GetString(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > MaxLength)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref var pooled = ref _strings[GetSlot(utf8)];
        return pooled is not null && Ascii.Equals(utf8, pooled) ? pooled : pooled = Encoding.UTF8.GetString(utf8);
    }

    /// <summary>Two texts may share a slot, which then keeps the last one. Texts mostly differ in their length or at their end.</summary>
    private static uint GetSlot(ReadOnlySpan<byte> utf8)
    {
        var end = utf8.Length >= 4 ? BinaryPrimitives.ReadUInt32LittleEndian(utf8[^4..]) : utf8[^1];
        return ((end * 2654435761) + ((uint)utf8.Length * 2246822519) + (utf8[0] * 3266489917)) >> (32 - SizeBits);
    }
}
