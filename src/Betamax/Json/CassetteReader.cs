namespace Betamax.Json;

/// <summary>The bytes of a cassette's file to a cassette.</summary>
internal static class CassetteReader
{
    /// <summary>Reads a cassette. No bytes are an empty one.</summary>
    /// <param name="utf8">The file. It belongs to the cassette from here on, and must not be used otherwise.</param>
    /// <param name="path">Its path, for errors; <see langword="null"/> where there is none.</param>
    /// <exception cref="CassetteFormatException">This is no cassette; it says where and why not.</exception>
    public static Cassette Read(ReadOnlyMemory<byte> utf8, string? path)
    {
        var document = utf8.Span.StartsWith("\uFEFF"u8) ? utf8["\uFEFF"u8.Length..] : utf8;

        return document.IsEmpty ? new Cassette([]) : JsonCursor.Read(document, path, ReadDocument);
    }

    private static Cassette ReadDocument(ref JsonCursor cursor)
    {
        List<Interaction>? interactions = null;
        string? recordedWith = null;
        var start = cursor.EnterObject();
        var members = new MemberReader();
        while (cursor.NextMember())
        {
            if (members.IsAt(CassetteKey.HttpInteractions, ref cursor))
            {
                interactions = ReadInteractions(ref cursor);
            }
            else if (members.IsAt(CassetteKey.RecordedWith, ref cursor))
            {
                recordedWith = cursor.TextOrNull();
            }
            else
            {
                members.Keep(ref cursor);
            }
        }

        return new(interactions ?? throw cursor.Missing(CassetteKey.HttpInteractions, start), recordedWith)
        {
            Unknown = members.Unknown,
        };
    }

    private static List<Interaction> ReadInteractions(ref JsonCursor cursor)
    {
        var interactions = new List<Interaction>();
        cursor.EnterArray();
        while (cursor.NextItem())
        {
            interactions.Add(InteractionJson.Read(ref cursor));
        }

        return interactions;
    }
}
