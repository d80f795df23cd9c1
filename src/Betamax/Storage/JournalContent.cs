using System.Buffers.Text;
using Betamax.Formats;

namespace Betamax.Storage;

/// <summary>What one run has written to a journal.</summary>
/// <param name="Header">What its eject would have done with the recordings.</param>
/// <param name="Interactions">What it recorded, in the order in which the requests were sent.</param>
internal sealed record JournalSection(JournalHeader Header, IReadOnlyList<Interaction> Interactions);

/// <summary>The content of a journal: what earlier runs recorded but did not save.</summary>
/// <param name="Sections">One for each run, in order. Never empty.</param>
/// <param name="Length">The length of this content in bytes, up to the last complete line of the file.</param>
internal sealed record JournalContent(IReadOnlyList<JournalSection> Sections, long Length)
{
    /// <summary>Whether any run has recorded something that is to be added to the cassette.</summary>
    public bool HasInteractions => Sections.Any(section => !section.Header.ReplacesAll && section.Interactions.Count > 0);

    /// <summary>Whether the cassette was missing before these runs, so that they recorded only its beginning.</summary>
    public bool IsUnfinished => Sections[^1].Header.IsUnfinished;

    /// <summary>
    /// Parses a journal; <see langword="null"/> if it has no complete line. An incomplete last line is ignored: it was being written
    /// when the process was killed.
    /// </summary>
    /// <exception cref="CassetteStorageException">The journal is damaged.</exception>
    /// <exception cref="CassetteFormatException">A recording in it is damaged.</exception>
    public static JournalContent? Parse(ReadOnlyMemory<byte> bytes, string path)
    {
        var sections = new List<JournalSection>();
        var recordings = new List<(int Sequence, Interaction Interaction)>();
        JournalHeader? header = null;
        var start = 0;
        for (int length; (length = bytes.Span[start..].IndexOf((byte)'\n')) >= 0; start += length + 1)
        {
            var line = bytes.Span.Slice(start, length);
            if (header is null || JournalHeader.IsHeader(line))
            {
                EndSection();
                header = JournalHeader.Parse(line) ?? throw CreateDamagedError(path);
            }
            else if (Utf8Parser.TryParse(line, out int sequence, out var digits))
            {
                recordings.Add((sequence, InteractionLine.Read(line[digits..], path)));
            }
            else
            {
                throw CreateDamagedError(path);
            }
        }

        EndSection();
        return sections.Count == 0 ? null : new(sections, start);

        void EndSection()
        {
            if (header is not null)
            {
                sections.Add(new(header, [.. recordings.OrderBy(one => one.Sequence).Select(one => one.Interaction)]));
                recordings.Clear();
            }
        }
    }

    private static CassetteStorageException CreateDamagedError(string path) => new(
        "The journal of an interrupted recording cannot be read",
        path,
        "Nothing was changed. Copy what you need from the file, which has one recording on each line, and delete it.");
}
