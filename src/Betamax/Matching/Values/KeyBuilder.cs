using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Betamax.Matching.Values;

/// <summary>
/// Joins texts to one key. The length of each text is part of the key, so that no two lists of texts give the same one. A
/// long key is replaced by its SHA-256, so that an index over large bodies stays small.
/// </summary>
internal sealed class KeyBuilder
{
    private const int LongestPlainKey = 160;

    private readonly StringBuilder _text = new();

    public KeyBuilder Add(string text)
    {
        _text.Append(text.Length).Append(':').Append(text);
        return this;
    }

    public override string ToString()
    {
        if (_text.Length <= LongestPlainKey)
        {
            return _text.ToString();
        }

        // Hashes UTF-16, because UTF-8 encodes all lone surrogates alike. LosslessUtf8 makes such surrogates.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var chunk in _text.GetChunks())
        {
            hash.AppendData(MemoryMarshal.AsBytes(chunk.Span));
        }

        return "#" + Convert.ToHexString(hash.GetHashAndReset());
    }
}
