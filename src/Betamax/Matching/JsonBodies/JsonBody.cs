using System.Text;
using System.Text.Json;

namespace Betamax.Matching.JsonBodies;

/// <summary>Parses bodies as JSON (RFC 8259).</summary>
internal static class JsonBody
{
    /// <summary>The greatest depth. Documents are read recursively, and no body may overflow the stack.</summary>
    public const int MaxDepth = 256;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    /// <summary>Parses a body; <see langword="null"/> if it is not JSON, nested too deep, or has strings that are not Unicode.</summary>
    public static JsonDocument? Parse(RecordedBody body)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(ToUtf8(body), Options);
            ReadStrings(document.RootElement);
            return document;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            document?.Dispose();
            return null;
        }
    }

    /// <summary>The body in UTF-8, without a byte order mark.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(RecordedBody body)
    {
        // JSON in another charset than UTF-8 is rare, but was once allowed.
        var json = body.Encoding is null || body.Encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || body.Text is not { } text
            ? body.Bytes
            : Encoding.UTF8.GetBytes(text);
        return json.Span.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
    }

    /// <summary>Throws <see cref="InvalidOperationException"/> if the bytes or escapes of a string are not Unicode.</summary>
    private static void ReadStrings(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    ReadStrings(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    ReadStrings(item);
                }

                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
        }
    }
}
