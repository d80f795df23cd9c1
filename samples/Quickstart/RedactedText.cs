using System.Text;
using System.Text.RegularExpressions;
using Betamax;

namespace Quickstart;

/// <summary>
/// By default a recorder keeps secrets, such as a session cookie, off the cassette and writes <c>&lt;REDACTED&gt;</c> in their
/// place. The played response then differs from the live one by that text only, which is not an error.
/// </summary>
internal static partial class RedactedText
{
    /// <summary>Whether the two texts are equal except for redacted values.</summary>
    public static bool Explains(string? live, string? played)
    {
        if (live is null || played is null || !Redacted().IsMatch(played))
        {
            return false;
        }

        var pattern = new StringBuilder("^");
        var end = 0;
        foreach (Match redacted in Redacted().Matches(played))
        {
            pattern.Append(Regex.Escape(played[end..redacted.Index]));

            // In JSON the redacted value is a string. The live value may be a number.
            pattern.Append(redacted.Value.StartsWith('"') ? """("([^"\\]|\\.)*"|[^",\]}\s]+)""" : """[^;&"\n]*""");
            end = redacted.Index + redacted.Length;
        }

        pattern.Append(Regex.Escape(played[end..])).Append(@"\z");
        return Regex.IsMatch(live, pattern.ToString());
    }

    /// <summary>The same for bodies. Latin-1 gives each byte a character of its own.</summary>
    public static bool Explains(byte[] live, byte[] played) =>
        played.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Redaction.Replacement)) >= 0
        && Explains(Encoding.Latin1.GetString(live), Encoding.Latin1.GetString(played));

    [GeneratedRegex($"\"{Redaction.Replacement}\"|{Redaction.Replacement}|%3CREDACTED%3E")]
    private static partial Regex Redacted();
}
