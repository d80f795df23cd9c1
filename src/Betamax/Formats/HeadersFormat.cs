using System.Text.Json;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>Headers: an object of lists. Old cassettes have a bare string in place of a list of one.</summary>
internal static class HeadersFormat
{
    public static RecordedHeaders Read(ref JsonReader reader)
    {
        reader.ExpectObject();
        var headers = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        while (reader.ReadMember())
        {
            headers.Add(new(reader.Name, ReadValues(ref reader)));
        }

        return headers.Count == 0 ? RecordedHeaders.Empty : new(headers);
    }

    /// <summary>
    /// Writes each name once, in its first spelling, because Python reads only the last of several members with the same
    /// name.
    /// </summary>
    public static void Write(JsonTextWriter writer, RecordedHeaders headers)
    {
        writer.WriteStartObject();
        for (var i = 0; i < headers.Count; i++)
        {
            var name = headers.GetName(i);
            if (headers.IndexOf(name) == i)
            {
                writer.WriteName(name);
                Write(writer, headers[name]);
            }
        }

        writer.WriteEndObject();
    }

    private static string[] ReadValues(ref JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return [reader.GetString()];
            case JsonTokenType.StartArray when !reader.ReadItem():
                return [];
            case JsonTokenType.StartArray:
                var first = reader.GetString();
                if (!reader.ReadItem())
                {
                    return [first];
                }

                var values = new List<string> { first };
                do
                {
                    values.Add(reader.GetString());
                }
                while (reader.ReadItem());
                return [.. values];
            default:
                throw reader.Expected("a string or a list of strings");
        }
    }

    private static void Write(JsonTextWriter writer, IReadOnlyList<string> values)
    {
        writer.WriteStartArray();
        foreach (var value in values)
        {
            writer.WriteString(value);
        }

        writer.WriteEndArray();
    }
}
