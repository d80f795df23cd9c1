using System.Text;
using System.Text.Json;

namespace Betamax.Matching.JsonBodies;

/// <summary>Reads a body as JSON (RFC 8259), leaving out what is ignored. Of members with one name the last counts.</summary>
internal static class JsonBodyReader
{
    /// <summary>How deep a document may be nested: it is walked recursively, and no body may overflow the stack.</summary>
    public const int MaxDepth = 256;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    /// <summary>The value, or <see langword="null"/> where the body is no JSON, or nested too deep.</summary>
    public static JsonValue? Read(RecordedBody body, JsonPathWalk ignored)
    {
        try
        {
            using var document = JsonDocument.Parse(Utf8Of(body), Options);
            return Read(document.RootElement, ignored);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second is what a string throws whose bytes or escapes are no Unicode.
            return null;
        }
    }

    private static JsonValue Read(JsonElement element, JsonPathWalk ignored) => element.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(element, ignored),
        JsonValueKind.Array => ReadArray(element, ignored),
        JsonValueKind.String => JsonScalar.String(element.GetString()!),
        JsonValueKind.Number => JsonScalar.Number(element.GetRawText()),
        _ => JsonScalar.Keyword(element.GetRawText()),
    };

    private static JsonObject ReadObject(JsonElement element, JsonPathWalk ignored)
    {
        var members = new SortedDictionary<string, JsonValue>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            var name = member.Name;
            if (ignored.Into(name) is { } below)
            {
                members[name] = Read(member.Value, below);
            }
        }

        return new(members);
    }

    private static JsonArray ReadArray(JsonElement element, JsonPathWalk ignored)
    {
        var length = element.GetArrayLength();
        var items = new List<(int Index, JsonValue Value)>(length);
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            if (ignored.Into(index, length) is { } below)
            {
                items.Add((index, Read(item, below)));
            }

            index++;
        }

        return new(items);
    }

    /// <summary>A body in UTF-8, without a byte order mark.</summary>
    public static ReadOnlyMemory<byte> Utf8Of(RecordedBody body) => WithoutByteOrderMark(InUtf8(body));

    /// <summary>JSON in another charset than UTF-8 is rare, and was once allowed.</summary>
    private static ReadOnlyMemory<byte> InUtf8(RecordedBody body) =>
        body.Encoding is null || body.Encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || body.Text is not { } text
            ? body.Bytes
            : Encoding.UTF8.GetBytes(text);

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> json) =>
        json.Span.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
}
