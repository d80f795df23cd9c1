namespace Betamax.Json;

/// <summary>One interaction on a line of its own, in the form that it has on a cassette.</summary>
internal static class InteractionLine
{
    /// <summary>Writes the interaction and a line end; there is no other line end in it.</summary>
    public static void Write(Interaction interaction, Stream stream)
    {
        foreach (var piece in Pieces(interaction, new(indented: false)))
        {
            stream.Write(piece.Span);
        }
    }

    /// <summary>The same behind what the pen has on this line already, in one piece unless a body is large. Each is valid until the next.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Pieces(Interaction interaction, JsonPen pen)
    {
        foreach (var piece in InteractionJson.Write(pen, interaction))
        {
            yield return piece;
        }

        pen.EndLine();
        yield return pen.Take();
    }

    /// <summary>Reads a line, with or without its end.</summary>
    /// <param name="utf8">The line.</param>
    /// <param name="path">The path of the file that it is from, for errors.</param>
    /// <exception cref="CassetteFormatException">This is no interaction, or not a whole one.</exception>
    public static Interaction Read(ReadOnlySpan<byte> utf8, string? path = null) =>
        JsonCursor.Read(utf8, path, (ref cursor) => InteractionJson.Read(ref cursor, previous: null));
}
