using System.Buffers;
using System.Text.Unicode;

namespace Betamax.Secrets.Redactions;

/// <summary>Names of fields that hold secrets. <c>access_token</c>, <c>accessToken</c> and <c>Access-Token</c> are one name.</summary>
internal sealed class SecretNames
{
    /// <summary>The most characters of a name. A longer name is never that of a secret.</summary>
    public const int MaxLength = 64;

    private readonly List<string> _names = [];
    private readonly Dictionary<int, List<string>> _namesByHash = [];

    // For each pair of letters, whether a name ends in it. This rules out most names in JSON quickly.
    private readonly bool[] _endings = new bool[1 << 10];

    public SecretNames(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            AddNormal(Normalize(name));
        }
    }

    public bool Contains(ReadOnlySpan<char> name)
    {
        if (name.Length > MaxLength)
        {
            return false;
        }

        Span<char> normal = stackalloc char[MaxLength];
        normal = normal[..Normalize(name, normal)];
        if (_namesByHash.TryGetValue(string.GetHashCode(normal), out var candidates))
        {
            foreach (var candidate in candidates)
            {
                if (normal.SequenceEqual(candidate))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public bool Contains(ReadOnlySpan<byte> utf8)
    {
        Span<char> name = stackalloc char[MaxLength];
        return utf8.Length <= MaxLength
            && MayBeSecret(utf8)
            && Utf8.ToUtf16(utf8, name, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done
            && Contains(name[..written]);
    }

    public SecretNames Add(IEnumerable<string> names) => new(_names.Concat(names));

    public SecretNames Remove(IEnumerable<string> names) => new(_names.Except(names.Select(Normalize)));

    private void AddNormal(string name)
    {
        var hash = string.GetHashCode(name);
        if (!_namesByHash.TryGetValue(hash, out var others))
        {
            _namesByHash.Add(hash, others = []);
        }

        if (!others.Contains(name))
        {
            others.Add(name);
            _names.Add(name);
            if (name.Length > 1)
            {
                _endings[IndexOfEnding(name[^2], name[^1])] = true;
            }
        }
    }

    private bool MayBeSecret(ReadOnlySpan<byte> utf8) =>
        utf8.Length < 2
        || !char.IsAsciiLetter((char)utf8[^2])
        || !char.IsAsciiLetter((char)utf8[^1])
        || _endings[IndexOfEnding((char)utf8[^2], (char)utf8[^1])];

    private static int IndexOfEnding(char lastButOne, char last) => ((lastButOne & 0x1F) << 5) | (last & 0x1F);

    private static string Normalize(string name)
    {
        var normal = new char[name?.Length ?? 0];
        var length = Normalize(name, normal);
        return length > 0 && name!.Length <= MaxLength
            ? new(normal, 0, length)
            : throw new ArgumentException(
                $"'{name}' cannot be redacted: a name needs a character besides hyphens and underscores, and {MaxLength} at most.",
                nameof(name));
    }

    private static int Normalize(ReadOnlySpan<char> name, Span<char> normal)
    {
        var length = 0;
        foreach (var letter in name)
        {
            if (letter is not ('-' or '_'))
            {
                normal[length++] = char.ToLowerInvariant(letter);
            }
        }

        return length;
    }
}
