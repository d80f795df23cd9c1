using Betamax.Storage;

namespace Betamax.Tests.Storage;

public sealed class CassetteNameTests
{
    [Theory]
    [InlineData("example", "example.json")]
    [InlineData("github/issues", "github/issues.json")]
    [InlineData("with.dots", "with.dots.json")]
    [InlineData("test_get[https---httpbin.org-get]", "test_get[https---httpbin.org-get].json")]
    [InlineData("Zoë 日本", "Zoë 日本.json")]
    public void A_name_is_a_file_in_the_library(string name, string file) =>
        Assert.Equal(Path.GetFullPath(Path.Combine("library", file)), CassetteName.ToPath("library", name, ".json"));

    [Theory]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("a/..")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("./a")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/x")]
    [InlineData("C:x")]
    [InlineData("..\\x")]
    [InlineData("a\\b")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("nul\0byte")]
    public void A_name_that_leaves_the_library_or_that_no_file_can_have_is_refused_before_anything_is_opened(string name)
    {
        using var library = new TemporaryLibrary();

        var fault = Assert.Throws<ArgumentException>(() => library.Use(name));

        Assert.Equal("name", fault.ParamName);
        Assert.Empty(library.Files);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_in_no_name()
    {
        using var library = new TemporaryLibrary();

        Assert.Throws<ArgumentException>(() => library.Use("half\ud83d"));
    }

    [Fact]
    public void A_name_is_as_long_as_a_file_name_can_be_and_no_longer()
    {
        using var library = new TemporaryLibrary();
        var longest = new string('x', 231);

        new Cassette([]).Save(library.Use(longest).CassettePath);

        Assert.Equal([longest + ".json"], library.Files);
        Assert.Throws<ArgumentException>(() => library.Use(longest + "x"));
        Assert.Throws<ArgumentException>(() => library.Use(new string('é', 116)));
    }
}
