using System.Text.Json;

namespace Betamax.Tests.Fuzzing;

/// <summary>Finds the places of values, names and members in a document, up to the first invalid JSON.</summary>
internal static class JsonPieces
{
    public static List<Range> Values(byte[] utf8) => [.. Read(utf8).Select(piece => piece.Value)];

    public static List<Range> Texts(byte[] utf8) => [.. Values(utf8).Where(value => utf8[value.Start.Value] == '"')];

    public static List<Range> Members(byte[] utf8) =>
        [.. Read(utf8).Where(piece => piece.Name is not null).Select(piece => piece.Name!.Value.Start..piece.Value.End)];

    public static List<Range> Names(byte[] utf8) => [.. Read(utf8).Where(piece => piece.Name is not null).Select(piece => piece.Name!.Value)];

    private static List<(Range? Name, Range Value)> Read(byte[] utf8)
    {
        var pieces = new List<(Range? Name, Range Value)>();
        var open = new Stack<(Range? Name, int Start)>();
        Range? name = null;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 1000 });
        try
        {
            while (reader.Read())
            {
                var (start, end) = ((int)reader.TokenStartIndex, (int)reader.BytesConsumed);
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        // The consumed input ends after the colon.
                        name = start..(start + reader.ValueSpan.Length + 2);
                        continue;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push((name, start));
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        var begun = open.Pop();
                        pieces.Add((begun.Name, begun.Start..end));
                        break;
                    default:
                        pieces.Add((name, start..end));
                        break;
                }

                name = null;
            }
        }
        catch (JsonException)
        {
            // The rest cannot be edited as JSON.
        }

        return pieces;
    }
}
