using System.Text;

namespace Betamax.Secrets.Placeholders;

/// <summary>
/// What shows in base64 of a text, whatever stands before and behind it: the letters that it alone decides, in each of the
/// three places in a quantum where it may begin.
/// </summary>
internal sealed class Base64Trace
{
    // Fewer bytes would come about by chance.
    private const int ShortestValue = 4;
    private const int ShortestText = 3;

    private static readonly IEnumerable<Spelling> InJson = JsonSpelling.All.Take(2);

    /// <summary>How many places a search keeps.</summary>
    public const int MostAlignments = 3 * 3;

    private readonly Alignment[] _alignments;

    private Base64Trace(IEnumerable<string> forms) => _alignments =
    [
        .. forms.Distinct().Select(Encoding.UTF8.GetBytes)
            .SelectMany(form => Enumerable.Range(0, 3), Alignment.Of)
            .Where(one => one.Piece.Length > 0),
    ];

    /// <summary>The trace of a value, as it is and escaped in JSON; <see langword="null"/> = it is not looked for in base64.</summary>
    public static Base64Trace? OfValue(Placeholder placeholder) =>
        Encoding.UTF8.GetByteCount(placeholder.Value) >= ShortestValue && OfText(placeholder) is not null
            ? new([placeholder.Value, .. InJson.Select(spelling => spelling.Encode(placeholder.Value))])
            : null;

    /// <summary>The trace of a placeholder's text, which does not depend on today's value.</summary>
    public static Base64Trace? OfText(Placeholder placeholder) =>
        Encoding.UTF8.GetByteCount(placeholder.Text) >= ShortestText
            ? new([placeholder.Text, .. InJson.Select(spelling => spelling.Mark(placeholder.Text))])
            : null;

    public bool MayStandIn(ReadOnlySpan<byte> text)
    {
        foreach (var alignment in _alignments)
        {
            if (text.IndexOf(alignment.Piece) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The next place from which base64 holds the text, and how many letters that takes; no letters = none does.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="from">Where the search begins.</param>
    /// <param name="next">What is known of each alignment from an earlier search; below 0 = nothing.</param>
    public (int At, int Letters) Find(ReadOnlySpan<byte> text, int from, Span<int> next)
    {
        var first = (At: int.MaxValue, Letters: 0);
        for (var index = 0; index < _alignments.Length; index++)
        {
            if (next[index] < from)
            {
                next[index] = Find(text, from, _alignments[index]);
            }

            first = next[index] < first.At ? (next[index], _alignments[index].Letters) : first;
        }

        return first;
    }

    private static int Find(ReadOnlySpan<byte> text, int from, Alignment alignment)
    {
        for (var at = from; text[at..].IndexOf(alignment.Piece) is >= 0 and var offset; at++)
        {
            at += offset;
            if (Start(text, at, from, alignment.LettersBefore) is { } start)
            {
                var bytes = Base64Piece.Beginning(text[start..], alignment.Letters);
                if (bytes.Length >= alignment.Shift && bytes[alignment.Shift..].StartsWith(alignment.Form))
                {
                    return start;
                }
            }
        }

        return int.MaxValue;
    }

    private static int? Start(ReadOnlySpan<byte> text, int at, int from, int letters)
    {
        for (; letters > 0; letters--)
        {
            var length = Base64Signs.LengthOfLast(text[from..at]);
            if (length == 0)
            {
                return null;
            }

            at -= length;
        }

        return at;
    }

    /// <param name="Form">What the base64 says.</param>
    /// <param name="Shift">How many bytes of the quantum stand before it.</param>
    /// <param name="Piece">The longest piece without signs, which are written in many ways, of what it decides.</param>
    /// <param name="LettersBefore">How many letters stand between the beginning of the quantum and the piece.</param>
    /// <param name="Letters">How many letters there are from there to its end.</param>
    private sealed record Alignment(byte[] Form, int Shift, byte[] Piece, int LettersBefore, int Letters)
    {
        public static Alignment Of(byte[] from, int shift)
        {
            var letters = Convert.ToBase64String([.. new byte[shift], .. from]);
            var (first, end) = (((shift * 8) + 5) / 6, (shift + from.Length) * 8 / 6);
            var (piece, before) = ("", 0);
            foreach (var part in letters[first..Math.Max(first, end)].Split('+', '/'))
            {
                (piece, before) = part.Length > piece.Length ? (part, first) : (piece, before);
                first += part.Length + 1;
            }

            return new(from, shift, Encoding.ASCII.GetBytes(piece), before, (((shift + from.Length) * 8) + 5) / 6);
        }
    }
}
