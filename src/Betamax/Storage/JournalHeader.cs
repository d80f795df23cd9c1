using System.Text;

namespace Betamax.Storage;

/// <summary>The first line of a run's section in a journal: what eject would do with the recordings after it.</summary>
/// <param name="ReplacesMatching">Whether each recording replaces the old one that it matches. If not, it is appended.</param>
/// <param name="IsUnfinished">Whether the cassette was missing before, so that the run recorded only its beginning.</param>
/// <param name="ReplacesAll">Whether the recordings replace the whole cassette. They are worth nothing without the rest of the run.</param>
internal sealed record JournalHeader(bool ReplacesMatching, bool IsUnfinished, bool ReplacesAll = false)
{
    private static ReadOnlySpan<byte> Start => "betamax-journal "u8;

    public byte[] ToLine() => Encoding.ASCII.GetBytes(
        $"betamax-journal 1 {(ReplacesAll ? "rewrite" : ReplacesMatching ? "replace" : "append")} {(IsUnfinished ? "unfinished" : "complete")}\n");

    /// <summary>Whether a line of a journal is a header, of any version of the format.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> line) => line.StartsWith(Start);

    /// <summary>Reads a header; <see langword="null"/> if it is damaged or of an unknown version.</summary>
    public static JournalHeader? Parse(ReadOnlySpan<byte> line) =>
        Encoding.ASCII.GetString(line).Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["betamax-journal", "1", "replace" or "append" or "rewrite", "unfinished" or "complete"] words =>
                new(words[2] == "replace", words[3] == "unfinished", words[2] == "rewrite"),
            _ => null,
        };
}
