using System.Text.Json;
using System.Text;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>
/// A JSON value that means nothing to the format. It goes from token to token through the pen, so that its layout is the
/// pen's, while numbers and the order of members, duplicate ones too, stay as they are.
/// </summary>
internal static class UnknownValue
{
    /// <summary>The value on one line, without white space.</summary>
    public static string Read(ReadOnlySpan<byte> utf8)
    {
        var value = "";
        var pen = new JsonPen(indented: false, written => value = Encoding.UTF8.GetString(written));
        Copy(utf8, pen);
        pen.Flush();
        return value;
    }

    /// <summary>The value that is this text.</summary>
    public static string OfText(ReadOnlySpan<byte> utf8)
    {
        var value = "";
        var pen = new JsonPen(indented: false, written => value = Encoding.UTF8.GetString(written));
        pen.BeginText();
        pen.Text(utf8);
        pen.EndText();
        pen.Flush();
        return value;
    }

    public static void Write(JsonPen pen, string json) => Copy(Encoding.UTF8.GetBytes(json), pen);

    private static void Copy(ReadOnlySpan<byte> utf8, JsonPen pen)
    {
        var reader = new Utf8JsonReader(utf8, JsonScanner.Options);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    pen.StartObject();
                    break;
                case JsonTokenType.EndObject:
                    pen.EndObject();
                    break;
                case JsonTokenType.StartArray:
                    pen.StartArray();
                    break;
                case JsonTokenType.EndArray:
                    pen.EndArray();
                    break;
                case JsonTokenType.PropertyName:
                    CopyText(ref reader, pen, isName: true);
                    break;
                case JsonTokenType.String:
                    CopyText(ref reader, pen, isName: false);
                    break;
                default:
                    pen.Literal(reader.ValueSpan);
                    break;
            }
        }
    }

    private static void CopyText(ref Utf8JsonReader reader, JsonPen pen, bool isName)
    {
        if (isName)
        {
            pen.BeginName();
        }
        else
        {
            pen.BeginText();
        }

        if (Unescape(ref reader) is { } text)
        {
            pen.Text(text);
        }
        else
        {
            pen.Escaped(reader.ValueSpan);
        }

        if (isName)
        {
            pen.EndName();
        }
        else
        {
            pen.EndText();
        }
    }

    /// <summary>The text in UTF-8; <see langword="null"/> where it is half of a surrogate pair, and stays an escape.</summary>
    private static byte[]? Unescape(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return reader.ValueSpan.ToArray();
        }

        var text = new byte[reader.ValueSpan.Length];
        try
        {
            return text[..reader.CopyString(text)];
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
