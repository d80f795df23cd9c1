using System.Buffers;

namespace Betamax.Secrets.Leaks;

/// <summary>
/// Finds where base64 can begin in a run of letters. A path or a word before it shifts the groups of four letters, so it can
/// begin after each separator. One place for each of the four shifts is enough.
/// </summary>
internal static class Base64Places
{
    private const int GroupLength = 4;
    private const int AllShifts = 0b1111;

    // The base64 of the shortest secret, and of the shortest value of a placeholder.
    private const int MinLength = 16;
    private const int MinThoroughLength = 11;

    private static readonly List<(int From, int Length)> None = [];
    private static readonly SearchValues<byte> Ends = SearchValues.Create(".:="u8);
    private static readonly SearchValues<byte> Separators = SearchValues.Create("/-_+"u8);

    /// <summary>Finds the places, each with the number of letters from there.</summary>
    /// <param name="run">Letters, digits and the signs <c>_-.+/=:</c>.</param>
    /// <param name="isThorough">
    /// Whether to include short base64, and base64 without a capital letter. If not, ordinary words are skipped.
    /// </param>
    public static List<(int From, int Length)> Find(ReadOnlySpan<byte> run, bool isThorough)
    {
        List<(int, int)>? places = null;
        var minLength = isThorough ? MinThoroughLength : MinLength;
        for (var start = 0; start < run.Length;)
        {
            var piece = run[start..];
            piece = piece.IndexOfAny(Ends) is >= 0 and var end ? piece[..end] : piece;
            if (piece.Length >= minLength && (isThorough || piece.ContainsAnyInRange((byte)'A', (byte)'Z')))
            {
                AddShifts(piece, start, minLength, places ??= []);
            }

            start += piece.Length + 1;
        }

        return places ?? None;
    }

    private static void AddShifts(ReadOnlySpan<byte> piece, int start, int minLength, List<(int From, int Length)> places)
    {
        var shifts = 0;
        for (var from = 0; piece.Length - from >= minLength && shifts != AllShifts;)
        {
            if ((shifts & (1 << (from % GroupLength))) == 0)
            {
                shifts |= 1 << (from % GroupLength);
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
