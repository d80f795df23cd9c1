using Betamax.Matching.Facets;

namespace Betamax.Matching.JsonBodies;

/// <summary>Where two JSON values differ, each place by its path, such as <c>$.user.name</c>.</summary>
internal static class JsonDifferences
{
    public static IReadOnlyList<RequestDifference> Between(JsonValue asked, JsonValue recorded)
    {
        var differences = new List<RequestDifference>();
        Compare("$", asked, recorded, differences);
        return differences;
    }

    private static void Compare(string path, JsonValue? asked, JsonValue? recorded, List<RequestDifference> differences)
    {
        switch (asked, recorded)
        {
            case (JsonObject left, JsonObject right):
                CompareMembers(path, left, right, differences);
                break;
            case (JsonArray left, JsonArray right):
                CompareItems(path, left, right, differences);
                break;
            case (JsonScalar left, JsonScalar right) when left.Equals(right):
                break;
            case ({ } left, { } right):
                var (askedText, recordedText) = Excerpt.OfBoth(left.Shown, right.Shown);
                differences.Add(new(path, askedText, recordedText));
                break;
            default:
                differences.Add(new(path, Shown(asked), Shown(recorded)));
                break;
        }
    }

    private static void CompareMembers(string path, JsonObject asked, JsonObject recorded, List<RequestDifference> differences)
    {
        foreach (var (name, value) in asked.Members)
        {
            Compare(JsonObject.PathOf(path, name), value, recorded.Members.GetValueOrDefault(name), differences);
        }

        foreach (var (name, value) in recorded.Members.Where(member => !asked.Members.ContainsKey(member.Key)))
        {
            Compare(JsonObject.PathOf(path, name), null, value, differences);
        }
    }

    private static void CompareItems(string path, JsonArray asked, JsonArray recorded, List<RequestDifference> differences)
    {
        for (var i = 0; i < Math.Max(asked.Items.Count, recorded.Items.Count); i++)
        {
            var left = asked.Items.ElementAtOrDefault(i);
            var right = recorded.Items.ElementAtOrDefault(i);
            var index = left.Value is null ? right.Index : left.Index;
            Compare(JsonArray.PathOf(path, index), left.Value, right.Value, differences);
        }
    }

    private static string? Shown(JsonValue? value) => value is null ? null : Excerpt.Of(value.Shown);
}
