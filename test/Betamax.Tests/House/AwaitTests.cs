namespace Betamax.Tests.House;

/// <summary>CA2007 says the same at build time, but a pragma could silence it.</summary>
public class AwaitTests
{
    [Fact]
    public void Every_await_in_the_library_leaves_the_context_of_its_caller()
    {
        var offenders =
            from file in SourceTree.FindOrSkip().CSharpFiles("src")
            from awaited in Awaited(file.Tokens)
            where !awaited.Contains(". ConfigureAwait ( false )", StringComparison.Ordinal)
            select $"{file.RelativePath}: await {awaited}";

        SourceTree.AssertNone(offenders);
    }

    [Theory]
    [InlineData("await a.B(c).ConfigureAwait(false);", "a . B ( c ) . ConfigureAwait ( false )")]
    [InlineData("x = (await a(b, c), d);", "a ( b , c )")]
    [InlineData("await foreach (var a in b.ConfigureAwait(false)) { c(); }", "foreach ( var a in b . ConfigureAwait ( false ) )")]
    [InlineData("await using var a = b();", "using var a = b ( )")]
    [InlineData("await using (a.ConfigureAwait(false)) { c(); }", "using ( a . ConfigureAwait ( false ) )")]
    public void An_await_ends_with_its_expression(string source, string awaited) =>
        Assert.Equal([awaited], Awaited(CSharpTokens.Of(source)));

    private static IEnumerable<string> Awaited(IReadOnlyList<string> tokens) =>
        from index in Enumerable.Range(0, tokens.Count)
        where tokens[index] == "await"
        select string.Join(' ', ExpressionFrom(tokens.Skip(index + 1)));

    /// <summary>Returns the tokens up to the bracket, comma, semicolon or block that ends the expression.</summary>
    private static IEnumerable<string> ExpressionFrom(IEnumerable<string> tokens)
    {
        var depth = 0;
        foreach (var token in tokens)
        {
            depth += token switch { "(" or "[" => 1, ")" or "]" => -1, _ => 0 };
            if (depth < 0 || (depth == 0 && token is ";" or "," or "{" or "}"))
            {
                yield break;
            }

            yield return token;
        }
    }
}
