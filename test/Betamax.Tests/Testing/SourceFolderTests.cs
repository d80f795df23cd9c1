using Betamax.Testing;

namespace Betamax.Tests.Testing;

public sealed class SourceFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("betamax-source-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_file_that_exists_is_used_as_it_is() =>
        Assert.Equal(Path.Combine(_root, "test"), SourceFolder.Find(Make("test/Tests.cs"), AppContext.BaseDirectory));

    [Theory]
    [InlineData("/_/test/Api.Tests/Users/Tests.cs")]
    [InlineData("/_1/test/Api.Tests/Users/Tests.cs")]
    [InlineData(@"D:\build\test\Api.Tests\Users\Tests.cs")]
    public void A_path_of_a_deterministic_build_is_found_above_the_binaries(string mapped)
    {
        var source = Make("test/Api.Tests/Users/Tests.cs");
        Make("test/Api.Tests/Tests.cs");

        Assert.Equal(Path.GetDirectoryName(source), SourceFolder.Find(mapped, Path.Combine(_root, "test/Api.Tests/bin/Debug/net10.0")));
    }

    [Fact]
    public void A_file_that_is_not_found_is_an_error_that_says_what_to_do()
    {
        var fault = Assert.Throws<BetamaxException>(() => SourceFolder.Find("/_/test/No-such-file.cs", _root));

        Assert.Contains("/_/test/No-such-file.cs", fault.Message, StringComparison.Ordinal);
        Assert.Contains(_root, fault.Message, StringComparison.Ordinal);
        Assert.Contains("full path", fault.Message, StringComparison.Ordinal);
    }

    private string Make(string path)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, "");
        return full;
    }
}
