namespace Betamax.Tests.House;

public class CSharpTokensTests
{
    [Theory]
    [InlineData("int a; // Tape\n/* Tape\n Tape */ b", "int a ; b")]
    [InlineData("/// <see cref=\"Tape\"/>\n  #region Tape\na", "a")]
    [InlineData("""a("Tape \" Tape", 'T', '"', "")""", "a ( , , , )")]
    [InlineData("""@"Tape "" Tape" + $@"Tape" """, "+")]
    [InlineData(""""x = """Tape " Tape""";"""", "x = ;")]
    [InlineData("@event => a<b>", "event => a < b >")]
    public void Comments_and_strings_have_no_tokens(string source, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', CSharpTokens.Of(source)));

    [Theory]
    [InlineData("""$"Tape {{Tape}} {hole.Of(a):u} Tape"; b""", "hole . Of ( a ) : u ; b")]
    [InlineData("""$"{(a ? "Tape" : $"Tape {b}")}" """, "( a ? : b )")]
    [InlineData(""""$"""Tape {hole} " Tape""" + b"""", "hole + b")]
    public void Code_in_the_holes_of_a_string_is_read(string source, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', CSharpTokens.Of(source)));
}
