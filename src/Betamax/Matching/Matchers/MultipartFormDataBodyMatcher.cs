using Betamax.Http;
using Betamax.Matching.Values;

namespace Betamax.Matching.Matchers;

/// <summary><see cref="RequestMatchers.MultipartFormDataBody"/>.</summary>
internal sealed class MultipartFormDataBodyMatcher()
    : ValueMatcher("multipart-form-data-body", RequestParts.Headers | RequestParts.Body)
{
    private static readonly ComparedValue Multipart = new("body", "multipart");

    protected override IReadOnlyList<ComparedValue> Read(RecordedRequest request)
    {
        var mediaType = MediaType.Parse(request.Headers.First(HeaderNames.ContentType));
        if (!mediaType.IsMultipart
            || mediaType.Boundary is not { } boundary
            || MultipartReader.Read(request.Body.Bytes, boundary) is not ({ } parts, true))
        {
            return ComparedValue.ReadBody(request.Body);
        }

        var values = new List<ComparedValue> { Multipart };
        var labels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var label = part.FieldName is { } name ? $"part '{name}'" : "part";
            labels[label] = labels.GetValueOrDefault(label) + 1;
            label = labels[label] == 1 ? label : $"{label} ({labels[label]})";
            values.AddRange(HeaderValues.Read(part.Headers, $"{label}, "));
            values.Add(ComparedValue.FromBytes($"{label}, body", part.Content));
        }

        return values;
    }
}
