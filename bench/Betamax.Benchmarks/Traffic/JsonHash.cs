using System.Numerics;
using System.Text.Json;

namespace Betamax.Benchmarks.Traffic;

/// <summary>
/// The cheapest way to look up JSON by its value: parse it and hash its values. The hashes of an object's members are added,
/// so their order does not count. Equal hashes are treated as equal values, without the comparison that a recorder needs.
/// </summary>
internal static class JsonHash
{
    public static long Of(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    private static long Of(JsonElement value)
    {
        var hash = (long)value.ValueKind;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    hash += Mix(HashOf(member.Name), Of(member.Value));
                }

                return hash;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    hash = Mix(hash, Of(item));
                }

                return hash;
            case JsonValueKind.String:
                return HashOf(value.GetString()!);
            case JsonValueKind.Number:
                return BitConverter.DoubleToInt64Bits(value.GetDouble());
            default:
                return hash;
        }
    }

    private static int HashOf(string text) => text.GetHashCode(StringComparison.Ordinal);

    private static long Mix(long one, long other) => unchecked((long)(BitOperations.RotateLeft((ulong)one, 5) ^ (ulong)other) * 0x5851F42D4C957F2D);
}
