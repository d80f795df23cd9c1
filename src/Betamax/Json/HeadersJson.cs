using System.Text.Json;

namespace Betamax.Json;

/// <summary>Headers: an object of lists. Old cassettes have a bare string in place of a list of one.</summary>
internal static class HeadersJson
{
    public static RecordedHeaders Read(ref JsonCursor cursor)
    {
        var headers = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        cursor.EnterObject();
        while (cursor.NextMember())
        {
            headers.Add(new(cursor.Key(), ReadValues(ref cursor)));
        }

        return headers.Count == 0 ? RecordedHeaders.Empty : new(headers);
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

    private static string[] ReadValues(ref JsonCursor cursor)
    {
        switch (cursor.Kind())
        {
            case JsonTokenType.String:
                return [cursor.Text()];
            case not JsonTokenType.StartArray:
                throw cursor.Expected("a string or a list of strings");
        }

        cursor.EnterArray();
        if (!cursor.NextItem())
        {
            return [];
        }

        var first = cursor.Text();
        if (!cursor.NextItem())
        {
            return [first];
        }

        List<string> values = [first];
        do
        {
            values.Add(cursor.Text());
        }
        while (cursor.NextItem());
        return [.. values];
    }
}
