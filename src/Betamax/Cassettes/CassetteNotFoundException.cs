namespace Betamax;

/// <summary>There is no cassette to play.</summary>
public sealed class CassetteNotFoundException : BetamaxException
{
    internal CassetteNotFoundException(string path, string remedy, Exception? innerException = null)
        : base($"""
            There is no cassette to play{DescribeCause(path)}.
              file: {path}
            {remedy}
            """, innerException) => Path = path;

    /// <summary>The full path of the missing file, or its location in another storage.</summary>
    public string Path { get; }

    private static string DescribeCause(string path) =>
        File.Exists(path) ? ": the file is empty"
        : !System.IO.Path.IsPathFullyQualified(path) || Directory.Exists(System.IO.Path.GetDirectoryName(path)) ? ""
        : ": its directory is missing too";
}
