using System.Buffers.Binary;
using System.Text;

namespace Betamax.Json;

/// <summary>
/// Gives one string for equal short texts. A tape names the same headers, hosts and charsets in each of its interactions, and
/// so do others of the same API. Safe to use from any thread.
/// </summary>
internal static class TextPool
{
    private const int Longest = 128;

    private static readonly string?[] Texts = new string?[512];

    public static string TextOf(ReadOnlySpan<byte> ascii)
    {
        if (ascii.Length is < 2 or > Longest)
        {
            return Encoding.UTF8.GetString(ascii);
        }

        // A text that has the place of another one takes it over: nothing is kept that is not met again soon.
        ref var place = ref Texts[PlaceOf(ascii)];
        var text = place;
        return text is not null && Ascii.Equals(ascii, text) ? text : place = Encoding.UTF8.GetString(ascii);
    }

    // Most texts differ in their length or at their end.
    private static uint PlaceOf(ReadOnlySpan<byte> ascii)
    {
        var end = ascii.Length >= 8
            ? BinaryPrimitives.ReadUInt64LittleEndian(ascii[^8..])
            : BinaryPrimitives.ReadUInt16LittleEndian(ascii[^2..]);
        var hash = (end * 0x9E3779B97F4A7C15) + ((ulong)ascii.Length * 0xC2B2AE3D27D4EB4F) + ascii[0];
        return (uint)(hash >> 55);
    }
}
