using System.Numerics;
using System.Runtime.Intrinsics;

namespace Betamax.Json;

/// <summary>
/// Undoes escapes of two letters, thirty-two bytes at a time: JSON within JSON has one every few bytes, so that to look for each
/// alone takes longer.
/// </summary>
internal static class EscapedBlocks
{
    private const int Length = 256 / 8;

    /// <summary>Decodes up to something else: the end of the text, <c>\u0000</c>, what is no JSON, or the last few bytes.</summary>
    /// <param name="written">What follows the quote before the text.</param>
    /// <param name="target">Where it goes. Behind the text something else may be written.</param>
    /// <param name="read">Where to begin, and how far it went: not into an escape.</param>
    /// <param name="length">The length of the text so far.</param>
    public static void Decode(ReadOnlySpan<byte> written, Span<byte> target, ref int read, ref int length)
    {
        var (from, to) = (read, length);

        // 1 = the block begins with the letter of an escape, whose backslash was left out of the one before.
        var cut = 0u;
        while (written.Length - from >= Length && target.Length - to >= Length)
        {
            var block = Vector256.Create(written[from..]);
            var backslashes = Vector256.Equals(block, Vector256.Create((byte)'\\'));
            var quotes = Vector256.Equals(block, Vector256.Create((byte)'"'));
            var controls = Vector256.LessThan(block, Vector256.Create((byte)' '));
            if (cut == 0 && (backslashes | quotes | controls) == Vector256<byte>.Zero)
            {
                block.CopyTo(target[to..]);
                from += Length;
                to += Length;
                continue;
            }

            var escapes = FirstsOf(backslashes.ExtractMostSignificantBits() & ~cut);
            var letters = (escapes << 1) | cut;
            var stops = (quotes.ExtractMostSignificantBits() & ~letters) | controls.ExtractMostSignificantBits();
            Squeeze.Write(block, escapes, target[to..]);
            for (var others = letters & ~(backslashes | quotes).ExtractMostSignificantBits(); others != 0; others &= others - 1)
            {
                var index = BitOperations.TrailingZeroCount(others);
                var meaning = JsonUnescape.MeaningOf(written[from + index]);
                if (meaning == 0)
                {
                    stops |= 1u << index;
                    break;
                }

                target[to + LeftOf(index, escapes)] = meaning;
            }

            if (stops != 0)
            {
                // What stops here is the letter of an escape, and then its backslash does, or it stands for itself.
                var stop = BitOperations.TrailingZeroCount(stops);
                var passed = stop - (int)((letters >> stop) & 1);
                (read, length) = (from + passed, to + LeftOf(Math.Max(passed, 0), escapes));
                return;
            }

            from += Length;
            to += Length - BitOperations.PopCount(escapes);
            cut = escapes >> (Length - 1);
        }

        (read, length) = (from - (int)cut, to);
    }

    /// <summary>How many of the first bytes are left without those that are left out.</summary>
    private static int LeftOf(int count, uint leftOut) => count - BitOperations.PopCount(leftOut & ((1u << count) - 1));

    /// <summary>The backslashes that begin an escape: of several in a row each other one does.</summary>
    private static uint FirstsOf(uint backslashes)
    {
        if ((backslashes & (backslashes << 1)) == 0)
        {
            return backslashes;
        }

        var firsts = 0u;
        while (backslashes != 0)
        {
            var first = backslashes & (uint)-(int)backslashes;
            firsts |= first;
            backslashes &= ~(first | (first << 1));
        }

        return firsts;
    }
}
