using System.Text;
using System.Text.Json;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>
/// A JSON value that the format does not know. It is copied token by token, so that its layout becomes that of the writer,
/// while its numbers and the order of its members stay as they are, duplicate members included.
/// </summary>
internal static class UnknownValue
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 500 };

    /// <summary>The value on one line, without white space.</summary>
    public static string Normalize(ReadOnlySpan<byte> json)
    {
        using var text = new MemoryStream();
        var writer = new JsonTextWriter(text.Write, indented: false);
        Copy(json, writer);
        return Finish(writer, text);
    }

    /// <summary>A text as a JSON value.</summary>
    public static string FromText(ReadOnlySpan<byte> utf8)
    {
        using var text = new MemoryStream();
        var writer = new JsonTextWriter(text.Write, indented: false);
        writer.WriteString(utf8);
        return Finish(writer, text);
    }

    public static void Write(JsonTextWriter writer, string json) => Copy(Encoding.UTF8.GetBytes(json), writer);

    private static string Finish(JsonTextWriter writer, MemoryStream text)
    {
        writer.Flush();
        return Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length));
    }

    private static void Copy(ReadOnlySpan<byte> json, JsonTextWriter writer)
    {
        var reader = new Utf8JsonReader(json, Options);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    writer.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    writer.WriteEndObject();
                    break;
                case JsonTokenType.StartArray:
                    writer.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    writer.WriteEndArray();
                    break;
                case JsonTokenType.PropertyName when TryGetString(reader, out var name):
                    writer.WriteName(name);
                    break;
                case JsonTokenType.PropertyName:
                    writer.WriteEscapedName(reader.ValueSpan);
                    break;
                case JsonTokenType.String when TryGetString(reader, out var text):
                    writer.WriteString(text);
                    break;
                case JsonTokenType.String:
                    writer.WriteEscapedString(reader.ValueSpan);
                    break;
                default:
                    writer.WriteLiteral(reader.ValueSpan);
                    break;
            }
        }
    }

    /// <summary>The decoded text. False if it holds half of a surrogate pair, which stays an escape.</summary>
    private static bool TryGetString(in Utf8JsonReader reader, out string text)
    {
        try
        {
            text = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }
}
