using Betamax.Http;
using Betamax.Matching.Facets;

namespace Betamax.Matching.Headers;

/// <summary>
/// The <c>Authorization</c> header, of which <c>cnonce</c> and <c>response</c> do not count under the Digest scheme
/// (RFC 7616): a client makes them anew for each request.
/// </summary>
internal static class DigestReading
{
    private const string Scheme = "Digest";
    private const string Place = "header 'Authorization'";

    public static IReadOnlyList<Facet> Read(RecordedHeaders headers)
    {
        if (!headers.TryGetValue("Authorization", out var values) || values.Count == 0)
        {
            return [];
        }

        var value = string.Join(", ", values).Trim();
        var scheme = value.Split(' ', 2)[0];
        var hasParameters = value.Contains('=', StringComparison.Ordinal); // Not so where the tape has them redacted.
        return scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase) && hasParameters
            ? [new(Place, Scheme), .. Parameters(value[scheme.Length..])]
            : [new(Place, value)];
    }

    private static IEnumerable<Facet> Parameters(string text)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var parameters = new HeaderParameters(text, ',');
        while (parameters.MoveNext())
        {
            var name = parameters.Name.ToString().ToLowerInvariant();
            if (name is not ("cnonce" or "response"))
            {
                values[name] = values.TryGetValue(name, out var before) ? $"{before}, {parameters.Value}" : parameters.Value;
            }
        }

        return values.Select(parameter => new Facet($"digest '{parameter.Key}'", parameter.Value));
    }
}
