using System.Text;
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
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'&');
            var piece = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            if (!piece.IsEmpty)
            {
                var equals = piece.IndexOf((byte)'=');
                var name = Decode(equals < 0 ? piece : piece[..equals]);
                var value = equals < 0 ? "" : Decode(piece[(equals + 1)..]);
                if (!values.TryAdd(name, [value]))
                {
                    values[name].Add(value);
                }
            }
        }

        return values;
    }

    private static string Decode(ReadOnlySpan<byte> text) =>
        LosslessUtf8.Decode(PercentEncoding.Decode(text, plusIsSpace: true));

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
