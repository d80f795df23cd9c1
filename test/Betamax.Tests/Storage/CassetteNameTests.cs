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
        Assert.Equal(Path.GetFullPath(Path.Combine("library", file)), new FileCassetteStorage("library").GetLocation(CassetteName.ToKey(name, ".json")));

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

    [Theory]
    [InlineData("con", "the name of a device on Windows")]
    [InlineData("nul/y", "the name of a device on Windows")]
    [InlineData("x/Com1.old", "the name of a device on Windows")]
    [InlineData("lpt²", "the name of a device on Windows")]
    [InlineData("aux .txt", "the name of a device on Windows")]
    [InlineData("conin$", "the name of a device on Windows")]
    [InlineData("trailing.", "ends with a dot")]
    [InlineData("trailing. ", "ends with a space")]
    [InlineData("folder /x", "ends with a space")]
    [InlineData("quote\"<>|", "the character \"")]
    [InlineData("a<b", "the character <")]
    [InlineData("a>b", "the character >")]
    [InlineData("a|b", "the character |")]
    [InlineData("a:b*?", "the character :")]
    [InlineData("a?", "the character ?")]
    [InlineData("a*", "the character *")]
    [InlineData("tab\tname", "the control character U+0009")]
    [InlineData("nul\0byte", "the control character U+0000")]
    [InlineData("del\u007f", "the control character U+007F")]
    public void A_name_that_is_invalid_on_Windows_is_refused_on_every_system_with_the_true_reason(string name, string reason)
    {
        using var library = new TemporaryLibrary();

        var fault = Assert.Throws<ArgumentException>(() => library.Use(name));

        Assert.Equal("name", fault.ParamName);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Empty(library.Files);
    }

    [Theory]
    [InlineData("console")]
    [InlineData("com")]
    [InlineData("com10")]
    [InlineData("a.con")]
    [InlineData(".hidden")]
    [InlineData("a b")]
    public void A_name_that_only_looks_like_one_of_these_is_accepted(string name) =>
        Assert.Equal(name + ".json", CassetteName.ToKey(name, ".json"));

    [Fact]
    public void A_name_with_half_of_a_surrogate_pair_is_refused()
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
