using Betamax.Matching.Facets;
using Betamax.Matching.Headers;

namespace Betamax.Matching.Bodies;

/// <summary>A body as the parts of a multipart message, whatever stands between them; as its bytes where it is none.</summary>
internal static class MultipartReading
{
    private static readonly Facet Multipart = new(BodyReading.Place, "multipart");

    public static IReadOnlyList<Facet> Read(RecordedRequest request)
    {
        var contentType = ContentType.Of(request.Headers);
        if (contentType?.MediaType.StartsWith("multipart/", StringComparison.Ordinal) is not true
            || contentType.Parameter("boundary") is not { Length: > 0 } boundary
            || new MultipartParser(request.Body.Bytes, boundary).Parse() is not { } parts)
        {
            return BodyReading.Read(request.Body);
        }

        var facets = new List<Facet> { Multipart };
        var namesakes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var label = part.Name is { } name ? $"part '{name}'" : "part";
            namesakes[label] = namesakes.GetValueOrDefault(label) + 1;
            label = namesakes[label] == 1 ? label : $"{label} ({namesakes[label]})";
            facets.AddRange(HeaderReading.Read(part.Headers, $"{label}, "));
            facets.Add(Facet.OfBytes($"{label}, body", part.Content));
        }

        return facets;
    }
}
