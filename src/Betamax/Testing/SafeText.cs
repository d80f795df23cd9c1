using System.Security.Cryptography;
using System.Text;

namespace Betamax.Testing;

/// <summary>
/// Makes text that every file system takes and tells apart: what had to be changed or cut gets the hash of what it was.
/// </summary>
internal static class SafeText
{
    // A quarter of what Windows takes for a whole path stays for the folders above and for the hash.
    private const int MostBytes = 120;
    private const string Punctuation = " _-.,()[]{}=+@~";

    private static readonly string[] NamesOfWindows = ["con", "prn", "aux", "nul", "conin$", "conout$"];

    /// <summary>A part of a file's name.</summary>
    public static string Of(string text)
    {
        var safe = Cut(string.Concat(text.Select(Safe)).Normalize(NormalizationForm.FormC));
        return safe == text ? text : $"{safe}~{Hash(text)}";
    }

    /// <summary>The beginning of a file's name, which Windows must not take for one of its devices.</summary>
    public static string OfFileName(string text)
    {
        var device = text.Split('.')[0].ToLowerInvariant();
        var isDevice = NamesOfWindows.Contains(device)
            || (device.Length == 4 && device[..3] is "com" or "lpt" && char.IsAsciiDigit(device[3]));
        return Of(isDevice ? $"_{text}" : text);
    }

    private static char Safe(char character) =>
        char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark
        || Punctuation.Contains(character) ? character : '_';

    private static string Cut(string text)
    {
        var length = 0;
        var bytes = 0;
        while (length < text.Length && (bytes += Encoding.UTF8.GetByteCount(text, length, 1)) <= MostBytes)
        {
            length++;
        }

        return text[..length];
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8].ToLowerInvariant();
}
