using System.Text.Json;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>The bytes of a cassette's file to a cassette.</summary>
internal static class CassetteReader
{
    private static ReadOnlySpan<byte> Mark => "\uFEFF"u8;

    /// <summary>Reads a cassette. No bytes are an empty one.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="path">Its path, for errors; <see langword="null"/> where there is none.</param>
    /// <exception cref="CassetteFormatException">This is no cassette; it says where and why not.</exception>
    public static Cassette Read(ReadOnlySpan<byte> utf8, string? path)
    {
        var document = utf8.StartsWith(Mark) ? utf8[Mark.Length..] : utf8;

        return document.IsEmpty ? new Cassette([]) : JsonCursor.Read(document, path, ReadDocument);
    }

    /// <summary>The same of a stream, a block at a time; <see langword="null"/> where it has no bytes.</summary>
    /// <exception cref="JsonException">This is no cassette. Where and why not the other way to read says.</exception>
    public static Cassette? Read(Stream stream)
    {
        using var source = new JsonSource(stream);
        if (!source.Read())
        {
            return null;
        }

        if (source.Window.StartsWith(Mark))
        {
            source.Release(Mark.Length);
        }

        return source.Window.IsEmpty && !source.Read() ? new Cassette([]) : JsonCursor.Read(source, ReadDocument);
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
            interactions.Add(InteractionJson.Read(ref cursor, interactions.LastOrDefault()));
            cursor.Release();
        }

        return interactions;
    }
}
