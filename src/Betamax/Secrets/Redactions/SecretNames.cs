using System.Buffers;
using System.Numerics;
using System.Text.Unicode;

namespace Betamax.Secrets.Redactions;

/// <summary>Names of fields that hold secrets. <c>access_token</c>, <c>accessToken</c> and <c>Access-Token</c> are one name.</summary>
internal sealed class SecretNames
{
    /// <summary>The longest name, as it is written. Nobody has one that long.</summary>
    public const int Longest = 64;

    private const int Buckets = 1024;

    // What an ASCII letter is, whatever its case.
    private const int LetterMask = 0x1F;

    private readonly string[] _names;
    private readonly string[]?[] _buckets = new string[Buckets][];

    // A bit for each pair of letters in which a name ends.
    private readonly uint[] _endings = new uint[LetterMask + 1];

    public SecretNames(IEnumerable<string> names)
    {
        _names = [.. names.Select(Plain).Distinct(StringComparer.Ordinal)];
        foreach (var bucket in _names.GroupBy(name => BucketOf<char>(name)))
        {
            _buckets[bucket.Key] = [.. bucket];
        }

        foreach (var name in _names.Where(name => name.Length > 1))
        {
            _endings[name[^2] & LetterMask] |= 1u << (name[^1] & LetterMask);
        }
    }

    /// <summary>
    /// Whether a name may end so. It is a first look, which most names do not pass; every spelling of those that are here does.
    /// </summary>
    public bool MayEndIn(char lastButOne, char last) =>
        !char.IsAsciiLetter(lastButOne)
        || !char.IsAsciiLetter(last)
        || (_endings[lastButOne & LetterMask] & (1u << (last & LetterMask))) != 0;

    public bool Contains(ReadOnlySpan<char> name)
    {
        if (name.Length > Longest
            || (name.Length > 1 && !MayEndIn(name[^2], name[^1]))
            || _buckets[BucketOf(name)] is not { } candidates)
        {
            return false;
        }

        Span<char> plain = stackalloc char[Longest];
        plain = plain[..Simplify(name, plain)];
        foreach (var candidate in candidates)
        {
            if (plain.SequenceEqual(candidate))
            {
                return true;
            }
        }

        return false;
    }

    public bool Contains(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest || _buckets[BucketOf(utf8)] is null)
        {
            return false;
        }

        Span<char> name = stackalloc char[Longest];
        return Utf8.ToUtf16(utf8, name, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done
            && Contains(name[..written]);
    }

    public SecretNames With(IEnumerable<string> names) => new(_names.Concat(names));

    public SecretNames Without(IEnumerable<string> names) => new(_names.Except(names.Select(Plain)));

    private static string Plain(string name)
    {
        var plain = new char[name?.Length ?? 0];
        var length = Simplify(name, plain);
        return length > 0 && name!.Length <= Longest
            ? new(plain, 0, length)
            : throw new ArgumentException(
                $"'{name}' is no name of a secret's place: it needs a character besides hyphens and underscores, and {Longest} at most.",
                nameof(name));
    }

    /// <summary>The same for all spellings of a name, in either encoding.</summary>
    private static int BucketOf<T>(ReadOnlySpan<T> name)
        where T : unmanaged, IBinaryInteger<T>
    {
        var hash = 0u;
        foreach (var unit in name)
        {
            var letter = uint.CreateTruncating(unit);
            if (letter is < 128 and not ('-' or '_'))
            {
                hash = (hash * 31) + (letter | 0x20);
            }
        }

        return (int)(hash % Buckets);
    }

    private static int Simplify(ReadOnlySpan<char> name, Span<char> plain)
    {
        var length = 0;
        foreach (var letter in name)
        {
            if (letter is not ('-' or '_'))
            {
                plain[length++] = char.ToLowerInvariant(letter);
            }
        }

        return length;
    }
}
