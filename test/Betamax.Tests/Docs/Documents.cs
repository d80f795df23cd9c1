using Betamax.Tests.House;

namespace Betamax.Tests.Docs;

/// <summary>The Markdown documents at the root and in docs.</summary>
internal static class Documents
{
    public static IEnumerable<string> All(SourceTree tree) =>
        from folder in (string[])["", "docs"]
        from path in Directory.EnumerateFiles(tree.PathOf(folder), "*.md")
        orderby path
        select Path.Combine(folder, Path.GetFileName(path));

    public static string Read(string document) =>
        File.ReadAllText(SourceTree.FindOrSkip().PathOf(document)).ReplaceLineEndings("\n");
}
