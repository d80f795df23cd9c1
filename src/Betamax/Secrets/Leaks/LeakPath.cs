using System.Globalization;
using System.Text;
using System.Text.Json;
using Betamax.Secrets.Encodings;

namespace Betamax.Secrets.Leaks;

/// <summary>The path of a place in a JSON body, as a person looks for it.</summary>
internal static class LeakPath
{
    /// <summary>The path, such as <c>$.items[0].name</c>; <see langword="null"/> where the body is not JSON up to the place.</summary>
    public static string? PathAt(ReadOnlySpan<byte> body, int offset)
    {
        if (!LooseJson.IsLikely(body))
        {
            return null;
        }

        // The innermost is the last: a name in an object, or an index in an array.
        var steps = new List<(string? Name, int Index)>();
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 1000 });
            while (reader.Read())
            {
                Follow(ref reader, steps);
                if (reader.BytesConsumed > offset)
                {
                    return "$" + string.Concat(steps.Select(Text));
                }

                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    steps.Add(reader.TokenType == JsonTokenType.StartObject ? ("", 0) : (null, -1));
                }
            }
        }
        catch (JsonException)
        {
        }

        return null;
    }

    private static void Follow(ref Utf8JsonReader reader, List<(string? Name, int Index)> steps)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                // As written, because its escapes may be invalid.
                steps[^1] = (Encoding.UTF8.GetString(reader.ValueSpan), 0);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                steps.RemoveAt(steps.Count - 1);
                break;
            default:
                if (steps.Count > 0 && steps[^1] is (null, var index))
                {
                    steps[^1] = (null, index + 1);
                }

                break;
        }
    }

    private static string Text((string? Name, int Index) step) =>
        step.Name is null ? string.Create(CultureInfo.InvariantCulture, $"[{step.Index}]")
        : step.Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') ? "." + step.Name
        : $"['{step.Name}']";
}
