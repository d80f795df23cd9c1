using System.Text;

namespace Betamax.Storage;

/// <summary>The first line of a journal: what the run that wrote it was about to do.</summary>
/// <param name="ReplacesMatching">Whether its interactions take the place of those they match, or follow the old ones.</param>
/// <param name="Unfinished">Whether the cassette was missing, so that what there is of it is only its beginning.</param>
internal sealed record JournalHeader(bool ReplacesMatching, bool Unfinished)
{
    private const string Mark = "betamax-journal 1";

    // Always as long, so that one takes the place of another in one write.
    public byte[] ToLine() => Encoding.ASCII.GetBytes(
        $"{Mark} {(ReplacesMatching ? "replace" : "append"),-7} {(Unfinished ? "unfinished" : "complete"),-10}\n");

    public static JournalHeader? Parse(ReadOnlySpan<byte> line) => Encoding.ASCII.GetString(line).Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["betamax-journal", "1", "replace" or "append", "unfinished" or "complete"] words =>
            new(words[2] == "replace", words[3] == "unfinished"),
        _ => null,
    };
}
