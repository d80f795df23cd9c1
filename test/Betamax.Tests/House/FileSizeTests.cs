namespace Betamax.Tests.House;

public class FileSizeTests
{
    private const int MostLines = 250;

    [Fact]
    public void No_source_file_is_longer_than_250_lines()
    {
        var tooLong =
            from file in SourceTree.FindOrSkip().CSharpFiles("src", "test", "samples")
            let lines = file.Text.TrimEnd().Split('\n').Length
            where lines > MostLines
            select $"{file.RelativePath}: {lines} lines";

        SourceTree.AssertNone(tooLong);
    }
}
