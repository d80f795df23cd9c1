using System.Text.RegularExpressions;

namespace Betamax.Tests.House;

/// <summary>
/// Splits C# source into words and signs, without comments, directives and string contents. The code in the holes of an
/// interpolated string is kept. This is not a compiler, only what these tests need.
/// </summary>
internal static partial class CSharpTokens
{
    public static IReadOnlyList<string> Of(string source) => [.. Read(source)];

    private static IEnumerable<string> Read(string source)
    {
        foreach (Match match in Token().Matches(source))
        {
            if (match.Groups["token"] is { Success: true } token)
            {
                yield return token.Value;
            }

            foreach (var inHole in match.Groups["hole"].Captures.SelectMany(hole => Read(hole.Value)))
            {
                yield return inHole;
            }
        }
    }

    [GeneratedRegex("""
          //[^\n]*  |  /\*.*?\*/  |  ^[ \t]*\#[^\n]*
        # raw strings
        | \$+ (?<quotes>"{3,}) (?: \{ (?<hole> [^{}]* ) \} | . )*? \k<quotes> (?!")
        |     (?<quotes>"{3,}) .*? \k<quotes> (?!")
        # verbatim strings
        | (?: @\$? | \$@ ) " (?: "" | [^"] )* "
        # strings and characters
        | \$ " (?: \\. | \{\{ | \{ (?<hole> (?: "(?:\\.|[^"\\])*" | \{ [^{}]* \} | [^"{}] )* ) \} | [^"\\{] )* "
        |    " (?: \\. | [^"\\] )* "
        |    ' (?: \\. | [^'\\] )* '
        # all else
        | @? (?<token> [\p{L}_] \w* )
        | (?<token> => | \S )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Token();
}
