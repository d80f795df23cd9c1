using System.Text;
using System.Text.Json;

namespace Betamax.Matching.JsonBodies;

/// <summary>The key of a JSON document: read and spelled in one pass, with no tree of values in between.</summary>
internal sealed class JsonKey
{
    private readonly CanonicalJson _canonical;

    private JsonKey(CanonicalJson canonical) => _canonical = canonical;

    /// <summary>The key, or <see langword="null"/> where the document is no JSON, or nested too deep.</summary>
    /// <param name="json">The document, in UTF-8.</param>
    /// <param name="ignored">What is left out.</param>
    public static string? Of(ReadOnlySpan<byte> json, JsonPathWalk ignored)
    {
        try
        {
            var canonical = new CanonicalJson(capacity: 2 * json.Length);
            var reader = new Utf8JsonReader(json, new() { MaxDepth = JsonBodyReader.MaxDepth });
            reader.Read();
            new JsonKey(canonical).Add(ref reader, ignored);
            reader.Read(); // Nothing may follow.
            return canonical.ToKey();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second is what a string throws whose bytes or escapes are no Unicode.
            return null;
        }
    }

    private void Add(ref Utf8JsonReader reader, JsonPathWalk ignored)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                AddObject(ref reader, ignored);
                break;
            case JsonTokenType.StartArray:
                AddArray(ref reader, ignored);
                break;
            case JsonTokenType.String:
                _canonical.Mark('s');
                _canonical.AddText(ref reader);
                break;
            case JsonTokenType.Number:
                _canonical.Mark('n');
                _canonical.AddText(JsonNumber.Normalise(Encoding.ASCII.GetString(reader.ValueSpan)));
                break;
            default:
                _canonical.Mark((char)reader.ValueSpan[0]); // true, false, null
                break;
        }
    }

    private void AddObject(ref Utf8JsonReader reader, JsonPathWalk ignored)
    {
        _canonical.Mark('{');
        var first = _canonical.Members;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if ((ignored.IsNowhere ? ignored : ignored.Into(reader.GetString()!)) is { } below)
            {
                var member = _canonical.BeginMember(ref reader);
                reader.Read();
                Add(ref reader, below);
                _canonical.EndMember(member);
            }
            else
            {
                reader.Skip();
            }
        }

        _canonical.SortMembers(first);
        _canonical.Mark('}');
    }

    private void AddArray(ref Utf8JsonReader reader, JsonPathWalk ignored)
    {
        _canonical.Mark('[');
        var length = ignored.IsNowhere ? 0 : LengthOf(reader);
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if ((ignored.IsNowhere ? ignored : ignored.Into(index, length)) is { } below)
            {
                Add(ref reader, below);
            }
            else
            {
                reader.Skip();
            }
        }

        _canonical.Mark(']');
    }

    private static int LengthOf(Utf8JsonReader array)
    {
        var length = 0;
        for (; array.Read() && array.TokenType != JsonTokenType.EndArray; length++)
        {
            array.Skip();
        }

        return length;
    }
}
