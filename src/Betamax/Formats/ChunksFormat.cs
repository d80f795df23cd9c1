using System.Globalization;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>The chunks of a body: a list of <c>"length@milliseconds"</c>.</summary>
internal static class ChunksFormat
{
    public static List<RecordedChunk> Read(ref JsonReader reader)
    {
        var chunks = new List<RecordedChunk>();
        reader.ExpectArray();
        while (reader.ReadItem())
        {
            chunks.Add(Parse(reader.GetString())
                ?? throw reader.Error("this is not a chunk: expected a length in bytes and a time in milliseconds, as in \"26@130\"."));
        }

        return chunks;
    }

    public static void Write(JsonTextWriter writer, IReadOnlyList<RecordedChunk> chunks)
    {
        writer.WriteStartArray();
        foreach (var chunk in chunks)
        {
            writer.WriteString(string.Create(CultureInfo.InvariantCulture, $"{chunk.Length}@{(long)chunk.Offset.TotalMilliseconds}"));
        }

        writer.WriteEndArray();
    }

    private static RecordedChunk? Parse(string text) =>
        text.Split('@') is [var length, var time]
        && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
        && bytes > 0
        && uint.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? new(bytes, TimeSpan.FromMilliseconds(milliseconds))
            : null;
}
