namespace Betamax.Testing;

/// <summary>Where the source of a test stands.</summary>
internal static class SourceFolder
{
    /// <param name="sourceFile">
    /// The file as the compiler names it. In a build for release that is no path of this machine (<c>/_/test/Tests.cs</c>).
    /// </param>
    public static string Of(string sourceFile) => Of(sourceFile, AppContext.BaseDirectory);

    /// <param name="sourceFile">The file as the compiler names it.</param>
    /// <param name="binaries">The folder of the binaries: somewhere above it the source is looked for.</param>
    /// <exception cref="BetamaxException">It is not found.</exception>
    public static string Of(string sourceFile, string binaries)
    {
        if (Path.IsPathFullyQualified(sourceFile) && File.Exists(sourceFile))
        {
            return Path.GetDirectoryName(sourceFile)!;
        }

        var parts = sourceFile.Split('/', '\\');
        for (var above = new DirectoryInfo(binaries); above is not null; above = above.Parent)
        {
            // The longest end first: a file of the same name may stand nearer to the root of the project.
            for (var skipped = 1; skipped < parts.Length; skipped++)
            {
                var candidate = Path.Combine([above.FullName, .. parts[skipped..]]);
                if (File.Exists(candidate))
                {
                    return Path.GetDirectoryName(candidate)!;
                }
            }
        }

        throw new BetamaxException($"""
            The source file of a test is not found, so that its cassette has no place: {sourceFile}
            It is looked for there, and by the end of that path in each folder above {binaries}
            Run the tests below their sources, or set the {nameof(CassetteSettingsAttribute.Directory)} of the cassettes to a full path.
            """);
    }
}
