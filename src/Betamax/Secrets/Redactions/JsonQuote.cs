using System.Numerics;

namespace Betamax.Secrets.Redactions;

/// <summary>
/// The quotation marks of JSON, and of JSON that stands in the strings of other JSON: <c>"</c>, <c>\"</c>, <c>\\\"</c>…
/// The level is how often the text is wrapped; a mark of level n has 2ⁿ - 1 backslashes.
/// </summary>
internal static class JsonQuote
{
    public const int HighestLevel = 3;

    /// <summary>How many bytes of a mark stand before its last.</summary>
    public static int Backslashes(int level) => (1 << level) - 1;

    public static ReadOnlySpan<byte> OfLevel(int level) => """\\\\\\\" """u8[(Backslashes(HighestLevel) - Backslashes(level))..^1];

    /// <summary>The level of a mark; -1 = so many backslashes are none.</summary>
    public static int LevelOf(int backslashes) =>
        BitOperations.IsPow2(backslashes + 1) && backslashes <= Backslashes(HighestLevel) ? BitOperations.Log2((uint)backslashes + 1) : -1;

    /// <summary>How many backslashes stand directly before a position.</summary>
    public static int BackslashesBefore(ReadOnlySpan<byte> text, int position)
    {
        var first = position;
        while (first > 0 && text[first - 1] == '\\')
        {
            first--;
        }

        return position - first;
    }

    /// <summary>
    /// Where a string ends that begins here, and where what follows it begins. Text that is cut off, in itself or with the
    /// string that wraps it, ends there.
    /// </summary>
    public static (int End, int Behind) EndOfString(ReadOnlySpan<byte> text, int start, int level)
    {
        for (var at = start; text[at..].IndexOf((byte)'"') is >= 0 and var next; at += next + 1)
        {
            var mark = at + next;
            var found = BitOperations.TrailingZeroCount(~BackslashesBefore(text[start..], mark - start));
            if (found <= level)
            {
                var end = mark - Backslashes(found);
                return (end, found == level ? mark + 1 : end);
            }
        }

        return (text.Length, text.Length);
    }
}
