using System.Text.RegularExpressions;
using Betamax.Tests.House;

namespace Betamax.Tests.Docs;

/// <summary>Every C# example in the documents stands, line for line, in a file beside this one that is compiled.</summary>
public sealed partial class DocumentationTests
{
    [Theory]
    [InlineData("README.md", "ReadmeExamples.cs")]
    [InlineData("docs/getting-started.md", "GettingStartedExamples.cs")]
    public void Every_example_is_code_that_compiles(string document, string examples)
    {
        var tree = SourceTree.FindOrSkip();
        var compiled = Code(File.ReadAllText(tree.PathOf($"test/Betamax.Tests/Docs/Examples/{examples}")));
        var blocks = CSharpBlocks().Matches(File.ReadAllText(tree.PathOf(document)));

        Assert.NotEmpty(blocks);
        foreach (Match block in blocks)
        {
            Assert.Contains(Code(block.Groups["code"].Value), compiled, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_first_example_of_the_readme_stands_within_its_first_screen()
    {
        var firstScreen = File.ReadLines(SourceTree.FindOrSkip().PathOf("README.md")).Take(25);

        Assert.Matches(CSharpBlocks(), string.Join('\n', firstScreen));
    }

    /// <summary>The lines without indentation, blank lines and using directives, which a document and a file have elsewhere.</summary>
    private static string Code(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.Length > 0 && !UsingDirective().IsMatch(line)));

    [GeneratedRegex(@"^```csharp\r?\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlocks();

    [GeneratedRegex(@"^using [\w.]+;$")]
    private static partial Regex UsingDirective();
}
