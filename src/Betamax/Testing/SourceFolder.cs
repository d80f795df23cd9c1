namespace Betamax.Testing;

/// <summary>Finds the folder of a test's source file.</summary>
internal static class SourceFolder
{
    /// <param name="sourceFile">
    /// The file as the compiler names it. In a deterministic build it is not a path of this machine, but such as
    /// <c>/_/test/Tests.cs</c>.
    /// </param>
    /// <exception cref="BetamaxException">The source file was not found.</exception>
    public static string Find(string sourceFile) => Find(sourceFile, AppContext.BaseDirectory);

    /// <param name="sourceFile">The file as the compiler names it.</param>
    /// <param name="binaries">The folder of the binaries. The source file is searched for in the folders above it.</param>
    /// <exception cref="BetamaxException">The source file was not found.</exception>
    public static string Find(string sourceFile, string binaries)
    {
        if (Path.IsPathFullyQualified(sourceFile) && File.Exists(sourceFile))
        {
            return Path.GetDirectoryName(sourceFile)!;
        }

        var parts = sourceFile.Split('/', '\\');
        for (var above = new DirectoryInfo(binaries); above is not null; above = above.Parent)
        {
            // The longest end of the path first: a shorter end may match another file with the same name.
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
            The source file of a test was not found, so Betamax cannot tell where to put its cassette: {sourceFile}
            Betamax looked for it at that path, and for the end of that path in each folder above {binaries}
            Run the tests below their source files, or set the {nameof(CassetteSettingsAttribute.Directory)} of the cassettes to a full path.
            """);
    }
}
