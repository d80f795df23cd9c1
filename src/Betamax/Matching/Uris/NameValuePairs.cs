using System.Text;
using Betamax.Http;
using Betamax.Matching.Facets;

namespace Betamax.Matching.Uris;

/// <summary>
/// <c>a=1&amp;b=2</c>, as a query or a form has it and as Python's <c>parse_qs</c> reads it with blank values kept: names
/// in any order, the values of one name in theirs, <c>a</c> the same as <c>a=</c>, empty pieces skipped.
/// </summary>
internal static class NameValuePairs
{
    /// <param name="kind">What they are pairs of, such as <c>query</c>: the place is then <c>query 'page'</c>.</param>
    /// <param name="text">The pairs, percent-encoded.</param>
    public static IEnumerable<Facet> Read(string kind, ReadOnlySpan<byte> text) =>
        Values(text).Select(pair => ToFacet(kind, pair.Key, pair.Value));

    public static IEnumerable<Facet> Read(string kind, string text) => Read(kind, Encoding.UTF8.GetBytes(text));

    public static SortedDictionary<string, List<string>> Values(string text) => Values(Encoding.UTF8.GetBytes(text));

    private static SortedDictionary<string, List<string>> Values(ReadOnlySpan<byte> text)
    {
        var values = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        var fields = FormFields.Read(text);
        while (fields.MoveNext())
        {
            var name = FormFields.Decode(text[fields.Name]);
            var value = FormFields.Decode(text[fields.Value]);
            if (!values.TryAdd(name, [value]))
            {
                values[name].Add(value);
            }
        }

        return values;
    }

    private static Facet ToFacet(string kind, string name, List<string> values)
    {
        var key = new KeyBuilder();
        values.ForEach(value => key.Add(value));
        return new($"{kind} '{name}'", key.ToString())
        {
            Where = $"{kind} '{Excerpt.Of(name)}'",
            Shown = values.Count == 1 ? values[0] : string.Join(", ", values.Select(value => $"'{value}'")),
        };
    }
}
