using System.Text.RegularExpressions;
using Betamax.Tests.House;

namespace Betamax.Tests.Docs;

/// <summary>Each C# example in the documents is also in a compiled file, line by line: in the folder Examples, or in a framework's test project.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_example_is_code_that_compiles()
    {
        var tree = SourceTree.FindOrSkip();
        var documents = Documents.All(tree).Where(document => CSharpBlocks().IsMatch(File.ReadAllText(tree.PathOf(document)))).ToList();
        var examples = tree.CSharpFiles("test").Where(file => file.RelativePath.Contains("/Docs/Examples/", StringComparison.Ordinal)).ToList();

        Assert.Contains("README.md", documents);
        foreach (var document in documents)
        {
            var compiled = string.Join('\n', examples
                .Where(file => file.RelativePath.EndsWith($"/Docs/Examples/{ExamplesOf(document)}", StringComparison.Ordinal))
                .Select(file => Code(file.Text)));
            foreach (Match block in CSharpBlocks().Matches(File.ReadAllText(tree.PathOf(document))))
            {
                Assert.Contains(Code(block.Groups["code"].Value), compiled, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void The_first_example_of_the_readme_is_on_its_first_screen()
    {
        var firstScreen = File.ReadLines(SourceTree.FindOrSkip().PathOf("README.md")).Take(25);

        Assert.Matches(CSharpBlocks(), string.Join('\n', firstScreen));
    }

    /// <summary>Gets the file name of the examples. For docs/getting-started.md it is GettingStartedExamples.cs.</summary>
    private static string ExamplesOf(string document) =>
        string.Concat(Path.GetFileNameWithoutExtension(document).Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant()))
        + "Examples.cs";

    /// <summary>Removes indentation, blank lines and using directives. They differ between a document and a file.</summary>
    private static string Code(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.Length > 0 && !UsingDirective().IsMatch(line)));

    [GeneratedRegex(@"^```csharp\r?\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlocks();

    [GeneratedRegex(@"^using [\w.]+;$")]
    private static partial Regex UsingDirective();
}
