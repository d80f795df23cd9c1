using System.Buffers;
using System.Buffers.Text;

namespace Betamax.Secrets.Encodings;

/// <summary>Base64 (RFC 4648) in either alphabet, with or without its padding.</summary>
internal static class LooseBase64
{
    private const int GroupLength = 4;

    /// <summary>
    /// Decodes as many letters as the destination has room for. If the last group is not full, the result may end with up to
    /// two extra zero bytes.
    /// </summary>
    /// <param name="source">Letters of the alphabets, without padding.</param>
    /// <param name="destination">Where the bytes go: at least three.</param>
    /// <returns>How many letters were read, and how many bytes were written.</returns>
    public static (int Consumed, int Written) Decode(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        var length = Math.Min(source.Length, destination.Length / 3 * GroupLength);
        var padded = (length + GroupLength - 1) / GroupLength * GroupLength;
        var rented = ArrayPool<byte>.Shared.Rent(padded);
        var letters = rented.AsSpan(0, padded);
        source[..length].CopyTo(letters);
        letters[length..].Fill((byte)'A');
        letters.Replace((byte)'-', (byte)'+');
        letters.Replace((byte)'_', (byte)'/');
        Base64.DecodeFromUtf8(letters, destination, out _, out var written);
        ArrayPool<byte>.Shared.Return(rented);
        return (length, written);
    }

    /// <summary>Decodes all letters.</summary>
    public static ReadOnlyMemory<byte> Decode(ReadOnlySpan<byte> source)
    {
        var bytes = new byte[(source.Length + GroupLength - 1) / GroupLength * 3];
        Decode(source, bytes);
        return bytes.AsMemory(0, source.Length * 6 / 8);
    }
}
