using System.Text.Json;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>
/// Headers: an object of lists. Old cassettes have a bare string in place of a list of one. They are looked through at first,
/// and read when they are wanted: most of a tape's are not.
/// </summary>
internal static class HeadersJson
{
    /// <param name="cursor">Stands before the headers.</param>
    /// <param name="previous">Those of the message before: where they are written in the same way, they are these too.</param>
    public static RecordedHeaders Read(ref JsonCursor cursor, RecordedHeaders? previous = null)
    {
        if (previous is { Written.IsEmpty: false } && cursor.PassesObject(previous.Written))
        {
            return previous;
        }

        var start = cursor.EnterObject();
        var isEmpty = true;
        while (cursor.NextMember())
        {
            PassValues(ref cursor);
            isEmpty = false;
        }

        return isEmpty ? RecordedHeaders.Empty : new(cursor.KeepFrom(start), ReadAll);
    }

    /// <summary>Writes each name once, as it is first spelt: in Python the last of two members of one key wins.</summary>
    public static void Write(JsonPen pen, RecordedHeaders headers)
    {
        pen.StartObject();
        for (var i = 0; i < headers.Count; i++)
        {
            var name = headers.NameAt(i);
            if (headers.IndexOf(name) == i)
            {
                pen.Name(name);
                Write(pen, headers[name]);
            }
        }

        pen.EndObject();
    }

    private static void Write(JsonPen pen, IReadOnlyList<string> values)
    {
        pen.StartArray();
        foreach (var value in values)
        {
            pen.Value(value);
        }

        pen.EndArray();
    }

    private static void PassValues(ref JsonCursor cursor)
    {
        switch (cursor.Kind())
        {
            case JsonTokenType.String:
                cursor.PassText();
                break;
            case JsonTokenType.StartArray:
                while (cursor.NextItem())
                {
                    cursor.PassText();
                }

                break;
            default:
                throw cursor.Expected("a string or a list of strings");
        }
    }

    private static KeyValuePair<string, IReadOnlyList<string>>[] ReadAll(ReadOnlyMemory<byte> written) =>
        JsonCursor.Read(written.Span, path: null, ReadAll);

    private static KeyValuePair<string, IReadOnlyList<string>>[] ReadAll(ref JsonCursor cursor)
    {
        var headers = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        cursor.EnterObject();
        while (cursor.NextMember())
        {
            headers.Add(new(cursor.Key(), ReadValues(ref cursor)));
        }

        return [.. headers];
    }

    private static string[] ReadValues(ref JsonCursor cursor)
    {
        if (cursor.Kind() == JsonTokenType.String)
        {
            return [cursor.Text()];
        }

        var values = new List<string>();
        while (cursor.NextItem())
        {
            values.Add(cursor.Text());
        }

        return [.. values];
    }
}
