using System.Buffers;
using System.Text;

namespace Betamax.Secrets.Leaks;

/// <summary>The shape of one kind of secret: a prefix, followed by bytes of one alphabet.</summary>
/// <param name="name">The name of the rule.</param>
/// <param name="prefixes">The beginnings of such a secret.</param>
/// <param name="alphabet">The bytes after the prefix.</param>
/// <param name="min">The fewest bytes after the prefix.</param>
/// <param name="max">The most bytes after the prefix.</param>
/// <param name="check">What else must hold; <see langword="null"/> for nothing.</param>
internal sealed class LeakShape(
    string name, string[] prefixes, SearchValues<byte> alphabet, int min, int max = int.MaxValue, LeakCheck? check = null)
{
    private readonly byte[][] _prefixes = [.. prefixes.Select(Encoding.ASCII.GetBytes)];

    public string Name => name;

    public IEnumerable<byte> FirstBytes => _prefixes.Select(prefix => prefix[0]).Distinct();

    /// <summary>Whether such a secret begins at a place. The prefix must not be the end of a longer word.</summary>
    public bool Matches(ReadOnlySpan<byte> text, int start)
    {
        foreach (var prefix in _prefixes)
        {
            if (!text[start..].StartsWith(prefix)
                || (start > 0 && char.IsAsciiLetterOrDigit((char)prefix[0]) && char.IsAsciiLetterOrDigit((char)text[start - 1])))
            {
                continue;
            }

            var rest = text[(start + prefix.Length)..];
            var length = rest.IndexOfAnyExcept(alphabet) is >= 0 and var end ? end : rest.Length;
            if (length >= min && length <= max && (check is null || check(new(text, start, start + prefix.Length + length))))
            {
                return true;
            }
        }

        return false;
    }
}
