using System.Numerics;

namespace Betamax.Secrets.Redactions;

/// <summary>
/// The quotation marks of JSON, and of JSON in the strings of other JSON: <c>"</c>, <c>\"</c>, <c>\\\"</c>… The level is how many
/// strings the text is in; at level n, 2ⁿ - 1 backslashes precede the quotation mark.
/// </summary>
internal static class NestedQuote
{
    public const int MaxLevel = 3;

    /// <summary>The number of backslashes at a level.</summary>
    public static int CountBackslashes(int level) => (1 << level) - 1;

    /// <summary>The quotation mark of a level.</summary>
    public static ReadOnlySpan<byte> GetQuote(int level) => """\\\\\\\" """u8[(CountBackslashes(MaxLevel) - CountBackslashes(level))..^1];

    /// <summary>The level that a number of backslashes stands for; -1 for none.</summary>
    public static int FindLevel(int backslashes) =>
        BitOperations.IsPow2(backslashes + 1) && backslashes <= CountBackslashes(MaxLevel) ? BitOperations.Log2((uint)backslashes + 1) : -1;

    /// <summary>The number of backslashes directly before a place.</summary>
    public static int CountBackslashesBefore(ReadOnlySpan<byte> text, int place)
    {
        var first = place;
        while (first > 0 && text[first - 1] == '\\')
        {
            first--;
        }

        return place - first;
    }

    /// <summary>
    /// The end of a string, and the place after its quotation mark. If the text is cut off, or the enclosing string ends
    /// first, the string ends there.
    /// </summary>
    public static (int End, int Next) FindEndOfString(ReadOnlySpan<byte> text, int start, int level)
    {
        for (var at = start; text[at..].IndexOf((byte)'"') is >= 0 and var offset; at += offset + 1)
        {
            var quote = at + offset;
            var found = BitOperations.TrailingZeroCount(~CountBackslashesBefore(text[start..], quote - start));
            if (found <= level)
            {
                var end = quote - CountBackslashes(found);
                return (end, found == level ? quote + 1 : end);
            }
        }

        return (text.Length, text.Length);
    }
}
