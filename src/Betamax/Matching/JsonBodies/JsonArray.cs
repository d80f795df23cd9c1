using System.Globalization;
using System.Text;

namespace Betamax.Matching.JsonBodies;

/// <summary>An array. What is ignored in it is left out, and the others keep their indices.</summary>
internal sealed class JsonArray(IReadOnlyList<(int Index, JsonValue Value)> items) : JsonValue
{
    public IReadOnlyList<(int Index, JsonValue Value)> Items => items;

    public override void ShowIn(StringBuilder text)
    {
        var separator = "";
        text.Append('[');
        foreach (var (_, value) in items.TakeWhile(_ => !IsFull(text)))
        {
            text.Append(separator);
            value.ShowIn(text);
            separator = ",";
        }

        text.Append(']');
    }

    public static string PathOf(string array, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{array}[{index}]");
}
