using System.Security.Cryptography;
using System.Text;

namespace Betamax.Testing;

/// <summary>
/// Converts text to a valid and unique file name on every file system. If the text has to be changed or cut, a hash of the original
/// is appended.
/// </summary>
internal static class SafeText
{
    /// <summary>
    /// Windows allows about 260 characters for a whole path. The rest is for the folders, the hash and the extension.
    /// </summary>
    private const int MaxBytes = 120;
    private const string Punctuation = " _-.,()[]{}=+@~";

    /// <summary>Makes a text safe as a part of a file name.</summary>
    public static string Make(string text)
    {
        var safe = Cut(string.Concat(text.Select(Replace)).Normalize(NormalizationForm.FormC));
        return safe == text ? text : $"{safe}~{Hash(text)}";
    }

    /// <summary>Makes a text safe as a whole file name, without its extension.</summary>
    public static string MakeFileName(string text)
    {
        var safe = Make(text);
        return CassetteLibrary.IsValidName(safe) ? safe : $"{Make($"_{text}").TrimEnd('.', ' ')}~{Hash(text)}";
    }

    private static char Replace(char character) =>
        char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark
        || Punctuation.Contains(character) ? character : '_';

    private static string Cut(string text)
    {
        var length = 0;
        var bytes = 0;
        while (length < text.Length && (bytes += Encoding.UTF8.GetByteCount(text, length, 1)) <= MaxBytes)
        {
            length++;
        }

        return text[..length];
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8].ToLowerInvariant();
}
