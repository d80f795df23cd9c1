using Betamax.Http;
using Betamax.Matching.Facets;
using Betamax.Matching.Uris;

namespace Betamax.Matching.Bodies;

/// <summary>A body as the fields of a URL-encoded form; as its bytes where it is said to be something else.</summary>
internal static class FormReading
{
    private static readonly Facet Form = new(BodyReading.Place, "a form");

    public static IReadOnlyList<Facet> Read(RecordedRequest request)
    {
        if (MediaType.Parse(request.Headers.First(HeaderNames.ContentType)) is { IsEmpty: false, IsForm: false })
        {
            return BodyReading.Read(request.Body);
        }

        IReadOnlyList<Facet> fields = [.. NameValuePairs.Read("form", request.Body.Bytes.Span)];
        return fields.Count == 0 ? [] : [Form, .. fields];
    }
}
