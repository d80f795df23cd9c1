using Betamax.Http;
using Betamax.Matching.Values;

namespace Betamax.Matching.Matchers;

/// <summary>
/// <see cref="RequestMatchers.DigestAuth"/>. Under the scheme Digest (RFC 7616) a client makes new <c>cnonce</c> and
/// <c>response</c> parameters for each request, so these are ignored.
/// </summary>
internal sealed class DigestAuthMatcher() : ValueMatcher("digest-auth", RequestParts.Headers)
{
    private const string Scheme = "Digest";
    private const string Place = "header 'Authorization'";

    protected override IReadOnlyList<ComparedValue> Read(RecordedRequest request)
    {
        if (!request.Headers.TryGetValue(HeaderNames.Authorization, out var values) || values.Count == 0)
        {
            return [];
        }

        var value = string.Join(", ", values).Trim();
        var scheme = value.Split(' ', 2)[0];
        var hasParameters = value.Contains('=', StringComparison.Ordinal); // A redacted header has none.
        return scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase) && hasParameters
            ? [new(Place, Scheme), .. ReadParameters(value[scheme.Length..])]
            : [new(Place, value)];
    }

    private static IEnumerable<ComparedValue> ReadParameters(string text)
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

        return values.Select(parameter => new ComparedValue($"digest '{parameter.Key}'", parameter.Value));
    }
}
