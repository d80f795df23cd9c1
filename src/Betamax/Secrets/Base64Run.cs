using System.Buffers;
using System.Buffers.Text;

namespace Betamax.Secrets;

/// <summary>Base64 in either alphabet, with or without its padding.</summary>
internal static class Base64Run
{
    private const int Quantum = 4;
    private const int Shortest = 16;

    private static readonly List<(int From, int Length)> None = [];
    private static readonly SearchValues<byte> Ends = SearchValues.Create(".:="u8);
    private static readonly SearchValues<byte> Separators = SearchValues.Create("/-_+"u8);

    /// <summary>
    /// Where base64 may stand in a run of such letters. What comes before it (a path, say) may shift it, so that it is
    /// tried behind each sign that may be a separator, once for each shift.
    /// </summary>
    public static List<(int From, int Length)> In(ReadOnlySpan<byte> run)
    {
        List<(int, int)>? places = null;
        for (var start = 0; start < run.Length;)
        {
            var piece = run[start..];
            piece = piece.IndexOfAny(Ends) is >= 0 and var end ? piece[..end] : piece;

            // Encoded text always has capitals: one in each four letters or so.
            if (piece.Length >= Shortest && piece.IndexOfAnyInRange((byte)'A', (byte)'Z') >= 0)
            {
                places ??= [];
                AddShifts(piece, start, places);
            }

            start += piece.Length + 1;
        }

        return places ?? None;
    }

    /// <summary>Decodes what the destination can hold. The last quantum may have up to two zero bytes too many.</summary>
    /// <param name="source">Letters, digits and the four signs of both alphabets; nothing else.</param>
    /// <param name="destination">Where the bytes go: at least three.</param>
    public static (int Consumed, int Written) Decode(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        var length = Math.Min(source.Length, destination.Length / 3 * Quantum);
        var padded = (length + Quantum - 1) / Quantum * Quantum;
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

    private static void AddShifts(ReadOnlySpan<byte> piece, int start, List<(int From, int Length)> places)
    {
        var shifts = 0;
        for (var from = 0; piece.Length - from >= Shortest && shifts != 0b1111;)
        {
            if ((shifts & (1 << (from % Quantum))) == 0)
            {
                shifts |= 1 << (from % Quantum);
                places.Add((start + from, piece.Length - from));
            }

            if (piece[from..].IndexOfAny(Separators) is not (>= 0 and var next))
            {
                break;
            }

            from += next + 1;
        }
    }
}
