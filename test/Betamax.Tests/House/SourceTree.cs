namespace Betamax.Tests.House;

/// <summary>The source tree of these tests, if it is still above the test program.</summary>
internal sealed class SourceTree
{
    private readonly string _root;

    private SourceTree(string root) => _root = root;

    /// <summary>Finds the tree, or skips the test.</summary>
    public static SourceTree FindOrSkip()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Betamax.slnx")))
            {
                return new SourceTree(folder.FullName);
            }
        }

        Assert.Skip("The source tree (the folder of Betamax.slnx) does not stand above the test binaries.");
        throw new InvalidOperationException();
    }

    /// <summary>Fails with each fault on its own line.</summary>
    public static void AssertNone(IEnumerable<string> faults)
    {
        var lines = faults.ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }

    public string PathOf(string relativePath) => Path.Combine(_root, relativePath);

    /// <summary>Gets the hand-written C# files below these folders. A missing folder has none.</summary>
    public IEnumerable<SourceFile> CSharpFiles(params string[] folders) =>
        from folder in folders
        where Directory.Exists(PathOf(folder))
        from path in Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(_root, path).Replace('\\', '/')
        where !relative.Split('/').Any(part => part is "bin" or "obj")
        orderby relative
        select new SourceFile(relative, File.ReadAllText(path));
}

/// <param name="RelativePath">The path relative to the root of the tree, with forward slashes.</param>
/// <param name="Text">The content.</param>
internal sealed record SourceFile(string RelativePath, string Text)
{
    public IReadOnlyList<string> Tokens => field ??= CSharpTokens.Of(Text);
}
