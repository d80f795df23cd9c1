using System.Text;
using System.Text.RegularExpressions;
using Betamax;

namespace Quickstart;

/// <summary>
/// By default a recorder writes this mark in place of secrets such as a session cookie. The played answer then has the mark
/// where the live one has the secret. This is expected and does not count as a difference.
/// </summary>
internal static partial class RedactionMark
{
    /// <summary>Returns whether the two are equal except for marks.</summary>
    public static bool Explains(string? live, string? played)
    {
        if (live is null || played is null || !AnyMark().IsMatch(played))
        {
            return false;
        }

        var pattern = new StringBuilder("^");
        var end = 0;
        foreach (Match mark in AnyMark().Matches(played))
        {
            pattern.Append(Regex.Escape(played[end..mark.Index]));

            // In JSON the mark is a string. The secret can also be a number.
            pattern.Append(mark.Value.StartsWith('"') ? """("([^"\\]|\\.)*"|[^",\]}\s]+)""" : """[^;&"\n]*""");
            end = mark.Index + mark.Length;
        }

        pattern.Append(Regex.Escape(played[end..])).Append(@"\z");
        return Regex.IsMatch(live, pattern.ToString());
    }

    /// <summary>The same for bodies. Latin-1 maps each byte to one character, so any bytes can be compared.</summary>
    public static bool Explains(byte[] live, byte[] played) =>
        played.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Redaction.Mark)) >= 0
        && Explains(Encoding.Latin1.GetString(live), Encoding.Latin1.GetString(played));

    [GeneratedRegex($"\"{Redaction.Mark}\"|{Redaction.Mark}|%3CREDACTED%3E")]
    private static partial Regex AnyMark();
}
