using Betamax.Http;
using Betamax.Matching.Facets;
using Betamax.Matching.Headers;

namespace Betamax.Matching.Bodies;

/// <summary>A body as the parts of a multipart message, whatever stands between them; as its bytes where it is none.</summary>
internal static class MultipartReading
{
    private static readonly Facet Multipart = new(BodyReading.Place, "multipart");

    public static IReadOnlyList<Facet> Read(RecordedRequest request)
    {
        var mediaType = MediaType.Parse(request.Headers.First(HeaderNames.ContentType));
        if (!mediaType.IsMultipart
            || mediaType.Boundary is not { } boundary
            || MultipartReader.Read(request.Body.Bytes, boundary) is not ({ } parts, true))
        {
            return BodyReading.Read(request.Body);
        }

        var facets = new List<Facet> { Multipart };
        var namesakes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var label = part.FieldName is { } name ? $"part '{name}'" : "part";
            namesakes[label] = namesakes.GetValueOrDefault(label) + 1;
            label = namesakes[label] == 1 ? label : $"{label} ({namesakes[label]})";
            facets.AddRange(HeaderReading.Read(new([.. part.Headers.Select(header => KeyValuePair.Create<string, IReadOnlyList<string>>(header.Key, [header.Value]))]), $"{label}, "));
            facets.Add(Facet.OfBytes($"{label}, body", part.Content));
        }

        return facets;
    }
}
