using System.Text;
using System.Text.Json;
using Betamax.Matching.Values;

namespace Betamax.Matching.JsonBodies;

/// <summary>A JSON value without the places that a matcher ignores.</summary>
/// <param name="Element">The value.</param>
/// <param name="Ignored">The ignored paths, as seen from this value.</param>
internal readonly record struct JsonView(JsonElement Element, IgnoredPaths Ignored)
{
    /// <summary>The length after which no more text is built. Messages show less.</summary>
    private const int LongestText = 100 * Excerpt.Length;

    public JsonValueKind Kind => Element.ValueKind;

    /// <summary>The members of an object, sorted by name.</summary>
    public List<(string Name, JsonView Value)> ReadMembers()
    {
        var members = new List<(string Name, JsonView Value)>();
        foreach (var member in Element.EnumerateObject())
        {
            var name = member.Name;
            if (Ignored.Descend(name) is { } below)
            {
                members.Add((name, new(member.Value, below)));
            }
        }

        // Of several members with the same name, the last one counts.
        return [.. members.GroupBy(member => member.Name, (_, same) => same.Last()).OrderBy(member => member.Name, StringComparer.Ordinal)];
    }

    /// <summary>The items of an array, each with its index in the whole array.</summary>
    public List<(int Index, JsonView Value)> ReadItems()
    {
        var length = Element.GetArrayLength();
        var items = new List<(int Index, JsonView Value)>(length);
        var index = 0;
        foreach (var item in Element.EnumerateArray())
        {
            if (Ignored.Descend(index, length) is { } below)
            {
                items.Add((index, new(item, below)));
            }

            index++;
        }

        return items;
    }

    /// <summary>The value of a string, the normal form of a number, or one of the words <c>true</c>, <c>false</c> and <c>null</c>.</summary>
    public string ReadScalar() => Kind switch
    {
        JsonValueKind.String => Element.GetString()!,
        JsonValueKind.Number => JsonNumber.Normalize(Element.GetRawText()),
        _ => Element.GetRawText(),
    };

    /// <summary>The value as messages show it, without escapes.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        Append(text);
        return text.ToString();
    }

    private void Append(StringBuilder text)
    {
        switch (Kind)
        {
            case JsonValueKind.Object:
                AppendAll(text, '{', '}', ReadMembers(), static (text, member) =>
                {
                    text.Append('"').Append(member.Name).Append("\":");
                    member.Value.Append(text);
                });
                break;
            case JsonValueKind.Array:
                AppendAll(text, '[', ']', ReadItems(), static (text, item) => item.Value.Append(text));
                break;
            case JsonValueKind.String:
                text.Append('"').Append(Element.GetString()).Append('"');
                break;
            default:
                text.Append(Element.GetRawText());
                break;
        }
    }

    private static void AppendAll<T>(StringBuilder text, char open, char close, List<T> children, Action<StringBuilder, T> append)
    {
        text.Append(open);
        for (var i = 0; i < children.Count && text.Length < LongestText; i++)
        {
            text.Append(i == 0 ? "" : ",");
            append(text, children[i]);
        }

        text.Append(close);
    }
}
