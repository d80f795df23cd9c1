using System.Text;
using Betamax.Matching.Facets;

namespace Betamax.Matching.JsonBodies;

/// <summary>An object: its members without regard to their order.</summary>
internal sealed class JsonObject(SortedDictionary<string, JsonValue> members) : JsonValue
{
    public SortedDictionary<string, JsonValue> Members => members;

    public override void ShowIn(StringBuilder text)
    {
        var separator = "";
        text.Append('{');
        foreach (var (name, value) in members.TakeWhile(_ => !IsFull(text)))
        {
            text.Append(separator).Append('"').Append(name).Append("\":");
            value.ShowIn(text);
            separator = ",";
        }

        text.Append('}');
    }

    public static string PathOf(string parent, string name) =>
        JsonPathParser.IsPlainName(name)
            ? $"{parent}.{name}"
            : $"{parent}['{Excerpt.Of(Escaped(name))}']";

    private static string Escaped(string name) =>
        name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
}
