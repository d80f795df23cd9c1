using Betamax.Matching.Facets;

namespace Betamax.Matching.Headers;

/// <summary>Headers as a matcher reads them: names in any case and order, several values as the one line that they mean.</summary>
internal static class HeaderReading
{
    /// <param name="headers">The headers.</param>
    /// <param name="whose">What stands before the place, where the headers are not the request's own.</param>
    public static IEnumerable<Facet> Read(RecordedHeaders headers, string whose = "")
    {
        var lines = new SortedDictionary<string, (string Name, List<string> Values)>(StringComparer.Ordinal);
        foreach (var (name, values) in headers)
        {
            // A name without a value is no line at all.
            if (values.Count > 0)
            {
                lines.TryAdd(name.ToLowerInvariant(), (name, []));
                lines[name.ToLowerInvariant()].Values.AddRange(values);
            }
        }

        return lines.Select(line => new Facet($"{whose}header '{line.Key}'", Joined(line.Value.Values))
        {
            Where = $"{whose}header '{line.Value.Name}'",
        });
    }

    // RFC 9110, 5.3: "a, b" on one line is the same as "a" and "b" on two.
    private static string Joined(List<string> values) => string.Join(", ", values.Select(value => value.Trim(' ', '\t')));
}
