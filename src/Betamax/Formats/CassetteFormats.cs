using Betamax.Files;
using Betamax.Formats;

namespace Betamax;

/// <summary>The formats of cassettes that come with this library.</summary>
public static class CassetteFormats
{
    private const int StartLength = 512;

    /// <summary>
    /// The JSON format of Python Betamax, the default. Python Betamax reads what is written; cassettes of Ruby's VCR that are
    /// JSON are read too.
    /// </summary>
    public static ICassetteFormat Betamax { get; } = new BetamaxFormat();

    /// <summary>Finds the format of a file by its first bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="formats">The formats to choose from.</param>
    /// <returns>The first format that recognizes the file; <see langword="null"/> if none does.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public static ICassetteFormat? Detect(string path, IEnumerable<ICassetteFormat> formats)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(formats);
        using var stream = SafeFile.OpenRead(Path.GetFullPath(path));
        var start = new byte[StartLength];
        var length = stream.ReadAtLeast(start, StartLength, throwOnEndOfStream: false);
        return formats.FirstOrDefault(format => format.Recognizes(start.AsSpan(0, length)));
    }
}
