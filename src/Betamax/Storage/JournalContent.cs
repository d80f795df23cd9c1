using System.Buffers.Text;
using Betamax.Formats;

namespace Betamax.Storage;

/// <summary>What a run that did not come to its eject left behind.</summary>
/// <param name="Header">What that run was about to do.</param>
/// <param name="Interactions">What it had recorded, in the order in which the requests were sent.</param>
internal sealed record JournalContent(JournalHeader Header, IReadOnlyList<Interaction> Interactions)
{
    /// <summary>
    /// Reads a journal; <see langword="null"/> where it says nothing that the cassette does not. A last line without its
    /// end was being written when the process died, and is left out.
    /// </summary>
    public static JournalContent? Parse(ReadOnlyMemory<byte> bytes, string path)
    {
        JournalHeader? header = null;
        var entries = new List<(int Sequence, Interaction Interaction)>();
        for (var end = bytes.Span.IndexOf((byte)'\n'); end >= 0; end = bytes.Span.IndexOf((byte)'\n'))
        {
            var line = bytes[..end];
            bytes = bytes[(end + 1)..];
            if (header is null)
            {
                header = JournalHeader.Parse(line.Span) ?? throw Damaged(path);
                continue;
            }

            if (!Utf8Parser.TryParse(line.Span, out int sequence, out var digits))
            {
                throw Damaged(path);
            }

            entries.Add((sequence, InteractionLine.Read(line.Span[digits..], path)));
        }

        // Without entries it may still say that the cassette beside it is only a beginning.
        return header is null || (entries.Count == 0 && !header.Unfinished)
            ? null
            : new(header, [.. entries.OrderBy(entry => entry.Sequence).Select(entry => entry.Interaction)]);
    }

    private static CassetteStorageException Damaged(string path) => new(
        "The journal of an interrupted recording cannot be read",
        path,
        "Nothing was changed. Take from the file what you need, one interaction a line, and delete it.");
}
