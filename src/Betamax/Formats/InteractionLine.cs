using Betamax.Json;

namespace Betamax.Formats;

/// <summary>One interaction on a line of its own, in the form that it has on a cassette.</summary>
internal static class InteractionLine
{
    /// <summary>Writes the interaction and a line end, and empties the pen; there is no other line end in it.</summary>
    public static void Write(Interaction interaction, JsonPen pen)
    {
        InteractionJson.Write(pen, interaction);
        pen.EndLine();
        pen.Flush();
    }

    /// <summary>Reads a line, with or without its end.</summary>
    /// <param name="utf8">The line.</param>
    /// <param name="path">The path of the file that it is from, for errors.</param>
    /// <exception cref="CassetteFormatException">This is no interaction, or not a whole one.</exception>
    public static Interaction Read(ReadOnlySpan<byte> utf8, string? path = null) =>
        JsonCursor.Read(utf8, path, (ref cursor) => InteractionJson.Read(ref cursor, previous: null));
}
