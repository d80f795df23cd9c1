using System.Numerics;
using System.Runtime.Intrinsics;

namespace Betamax.Json;

/// <summary>
/// Undoes escapes of two letters, sixteen bytes at a time: JSON within JSON has one every few bytes, so that to look for each
/// alone takes longer.
/// </summary>
internal static class EscapedBlocks
{
    private const int Length = 128 / 8;
    private const uint All = (1u << Length) - 1;

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
            var block = Vector128.Create(written[from..]);
            var backslashes = Vector128.Equals(block, Vector128.Create((byte)'\\'));
            var quotes = Vector128.Equals(block, Vector128.Create((byte)'"'));
            var controls = Vector128.LessThan(block, Vector128.Create((byte)' '));
            if (cut == 0 && (backslashes | quotes | controls) == Vector128<byte>.Zero)
            {
                block.CopyTo(target[to..]);
                from += Length;
                to += Length;
                continue;
            }

            var escapes = FirstsOf(backslashes.ExtractMostSignificantBits() & ~cut);
            var letters = (escapes << 1) | cut;
            var unknown = letters & All & ~(backslashes | quotes).ExtractMostSignificantBits();
            if (unknown != 0)
            {
                block = EscapedLetters.Decode(block, letters, ref unknown);
            }

            var stops = unknown | (quotes.ExtractMostSignificantBits() & ~letters) | controls.ExtractMostSignificantBits();
            if (stops != 0)
            {
                // What stops here is either the letter of an escape, and then its backslash does, or stands for itself.
                var stop = BitOperations.TrailingZeroCount(stops);
                var passed = stop - (int)((letters >> stop) & 1);
                escapes &= (1u << Math.Max(passed, 0)) - 1;
                if (passed > 0)
                {
                    Squeeze.Write(block, escapes, target[to..]);
                    to += passed - BitOperations.PopCount(escapes);
                }

                (read, length) = (from + passed, to);
                return;
            }

            Squeeze.Write(block, escapes & All, target[to..]);
            from += Length;
            to += Length - BitOperations.PopCount(escapes & All);
            cut = letters >> Length;
        }

        (read, length) = (from - (int)cut, to);
    }

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
