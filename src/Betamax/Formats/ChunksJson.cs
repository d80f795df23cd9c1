using System.Globalization;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>The parts of a body: a list of <c>"length@milliseconds"</c>, one line each.</summary>
internal static class ChunksJson
{
    public static List<RecordedChunk> Read(ref JsonCursor cursor, out long offset)
    {
        var chunks = new List<RecordedChunk>();
        offset = cursor.EnterArray();
        while (cursor.NextItem())
        {
            chunks.Add(Parse(cursor.Text())
                ?? throw cursor.Fault("this is no chunk: expected its length in bytes and its time in milliseconds, as in \"26@130\".", cursor.Offset));
        }

        return chunks;
    }

    public static void Write(JsonPen pen, IReadOnlyList<RecordedChunk> chunks)
    {
        pen.StartArray();
        foreach (var chunk in chunks)
        {
            pen.Value(string.Create(CultureInfo.InvariantCulture, $"{chunk.Length}@{(long)chunk.Offset.TotalMilliseconds}"));
        }

        pen.EndArray();
    }

    private static RecordedChunk? Parse(string text) =>
        text.Split('@') is [var length, var time]
        && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
        && bytes > 0
        && uint.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? new(bytes, TimeSpan.FromMilliseconds(milliseconds))
            : null;
}
