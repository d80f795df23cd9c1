using System.Text;
using System.Text.RegularExpressions;
using Betamax;

namespace Quickstart;

/// <summary>
/// By default a recorder keeps secrets such as a session cookie off the tape and writes this mark in their place. The
/// played answer then holds the mark where the live one held the secret: by rule, and no difference.
/// </summary>
internal static partial class RedactionMark
{
    /// <summary>Whether the two are the same but for marks.</summary>
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

            // In JSON the mark is a string; what it stands for may have been a number as well.
            pattern.Append(mark.Value.StartsWith('"') ? """("([^"\\]|\\.)*"|[^",\]}\s]+)""" : """[^;&"\n]*""");
            end = mark.Index + mark.Length;
        }

        pattern.Append(Regex.Escape(played[end..])).Append(@"\z");
        return Regex.IsMatch(live, pattern.ToString());
    }

    /// <summary>The same for bodies; UTF-8 keeps the bytes of a mark apart from all others.</summary>
    public static bool Explains(byte[] live, byte[] played) =>
        played.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Redaction.Mark)) >= 0
        && Explains(Encoding.Latin1.GetString(live), Encoding.Latin1.GetString(played));

    [GeneratedRegex($"\"{Redaction.Mark}\"|{Redaction.Mark}|%3CREDACTED%3E")]
    private static partial Regex AnyMark();
}
