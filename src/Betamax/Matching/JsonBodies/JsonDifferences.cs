using System.Globalization;
using System.Text.Json;
using Betamax.Matching.Values;

namespace Betamax.Matching.JsonBodies;

/// <summary>Finds where two JSON values differ. Each place is a path, such as <c>$.user.name</c>.</summary>
internal static class JsonDifferences
{
    public static IReadOnlyList<RequestDifference> Find(JsonView live, JsonView recorded)
    {
        var differences = new List<RequestDifference>();
        Compare("$", live, recorded, differences);
        return differences;
    }

    private static void Compare(string path, JsonView? live, JsonView? recorded, List<RequestDifference> differences)
    {
        if (live is not { } left || recorded is not { } right)
        {
            differences.Add(new(path, ToExcerpt(live), ToExcerpt(recorded)));
            return;
        }

        switch (left.Kind, right.Kind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                CompareMembers(path, left, right, differences);
                break;
            case (JsonValueKind.Array, JsonValueKind.Array):
                CompareItems(path, left, right, differences);
                break;
            case var (kind, other) when kind != other || left.ReadScalar() != right.ReadScalar():
                var (leftText, rightText) = Excerpt.Cut(left.ToText(), right.ToText());
                differences.Add(new(path, leftText, rightText));
                break;
        }
    }

    private static void CompareMembers(string path, JsonView live, JsonView recorded, List<RequestDifference> differences)
    {
        var members = live.ReadMembers();
        var others = recorded.ReadMembers().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        foreach (var (name, value) in members)
        {
            Compare(AppendName(path, name), value, others.Remove(name, out var other) ? other : null, differences);
        }

        foreach (var (name, value) in others.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            Compare(AppendName(path, name), null, value, differences);
        }
    }

    private static void CompareItems(string path, JsonView live, JsonView recorded, List<RequestDifference> differences)
    {
        var (items, others) = (live.ReadItems(), recorded.ReadItems());
        for (var i = 0; i < Math.Max(items.Count, others.Count); i++)
        {
            var index = i < items.Count ? items[i].Index : others[i].Index;
            Compare(
                string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"),
                i < items.Count ? items[i].Value : null,
                i < others.Count ? others[i].Value : null,
                differences);
        }
    }

    private static string AppendName(string parent, string name) =>
        JsonPathParser.IsPlainName(name) ? $"{parent}.{name}" : $"{parent}['{Excerpt.Cut(Escape(name))}']";

    private static string Escape(string name) =>
        name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);

    private static string? ToExcerpt(JsonView? value) => value is { } found ? Excerpt.Cut(found.ToText()) : null;
}
