using Betamax.Json;

namespace Betamax.Formats;

/// <summary>Writes a line of the usage log: JSON that says which recordings of a cassette a run used.</summary>
internal static class UsageLine
{
    private const int SchemaVersion = 1;

    /// <param name="cassettePath">The full path of the cassette, or its location in another storage.</param>
    /// <param name="test">The test that used the cassette; <see langword="null"/> if it is not known.</param>
    /// <param name="time">When the cassette was ejected.</param>
    /// <param name="used">The recordings that were played.</param>
    /// <param name="unused">The recordings that could have been played and were not.</param>
    /// <param name="recorded">The recordings that the run has saved.</param>
    public static byte[] Create(
        string cassettePath,
        string? test,
        DateTimeOffset time,
        IEnumerable<Interaction> used,
        IEnumerable<Interaction> unused,
        IEnumerable<Interaction> recorded)
    {
        using var line = new MemoryStream();
        var writer = new JsonTextWriter(line.Write, indented: false);
        writer.WriteStartObject();
        writer.WriteName("schema");
        writer.WriteNumber(SchemaVersion);
        writer.WriteName("time");
        writer.WriteString($"{time.ToUniversalTime():yyyy-MM-ddTHH:mm:ssZ}");
        writer.WriteName("cassette");
        writer.WriteString(cassettePath);
        writer.WriteName("test");
        writer.WriteString(test);
        WriteHashes(writer, nameof(used), used);
        WriteHashes(writer, nameof(unused), unused);
        WriteHashes(writer, nameof(recorded), recorded);
        writer.WriteEndObject();
        writer.Append("\n"u8);
        writer.Flush();
        return line.ToArray();
    }

    private static void WriteHashes(JsonTextWriter writer, string name, IEnumerable<Interaction> interactions)
    {
        writer.WriteName(name);
        writer.WriteStartArray();
        foreach (var interaction in interactions)
        {
            writer.WriteString(InteractionHash.Compute(interaction));
        }

        writer.WriteEndArray();
    }
}
