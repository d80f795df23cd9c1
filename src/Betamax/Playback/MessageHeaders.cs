using System.Net.Http.Headers;

namespace Betamax.Playback;

/// <summary>Headers from message to data, without parsing them: each value as it goes over the wire.</summary>
internal static class MessageHeaders
{
    /// <summary>A request's headers: one value a name, as they are sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="before">Other headers: where the request's are the same, they are these.</param>
    public static RecordedHeaders Of(HttpRequestMessage request, RecordedHeaders before)
    {
        var own = request.Headers.NonValidated;
        if (request.Content is not { } content)
        {
            return Of(own, default, Joined, before);
        }

        // Asking for the length makes it a header, as it is on the wire.
        _ = content.Headers.ContentLength;
        return Of(own, content.Headers.NonValidated, Joined, before);
    }

    /// <summary>A response's headers: one value for each line in which they came.</summary>
    /// <param name="response">The response.</param>
    /// <param name="before">Other headers: where the response's are the same, they are these.</param>
    public static RecordedHeaders Of(HttpResponseMessage response, RecordedHeaders before) =>
        Of(response.Headers.NonValidated, response.Content.Headers.NonValidated, Apart, before);

    /// <summary>Headers that stand by themselves, as trailers do.</summary>
    public static RecordedHeaders Of(HttpHeaders headers) => Of(headers.NonValidated, default, Apart, RecordedHeaders.Empty);

    /// <summary>Copies the headers of one content to another.</summary>
    public static void Copy(HttpContentHeaders from, HttpContentHeaders to)
    {
        foreach (var (name, values) in from.NonValidated)
        {
            if (values.Count == 1)
            {
                to.TryAddWithoutValidation(name, values.ToString());
            }
            else
            {
                to.TryAddWithoutValidation(name, values);
            }
        }
    }

    private static RecordedHeaders Of(
        HttpHeadersNonValidated first, HttpHeadersNonValidated second, Func<HeaderStringValues, string[]> valuesOf, RecordedHeaders before)
    {
        if (first.Count + second.Count == before.Count && Begin(before, 0, first) && Begin(before, first.Count, second))
        {
            return before;
        }

        var headers = new KeyValuePair<string, IReadOnlyList<string>>[first.Count + second.Count];
        Add(first, valuesOf, headers);
        Add(second, valuesOf, headers.AsSpan(first.Count));
        return RecordedHeaders.OfOwn(headers);
    }

    private static void Add(
        HttpHeadersNonValidated headers, Func<HeaderStringValues, string[]> valuesOf, Span<KeyValuePair<string, IReadOnlyList<string>>> target)
    {
        var at = 0;
        foreach (var (name, values) in headers)
        {
            target[at++] = new(name, valuesOf(values));
        }
    }

    /// <summary>Whether these headers, each with one value, stand in others from a place on.</summary>
    private static bool Begin(RecordedHeaders others, int at, HttpHeadersNonValidated headers)
    {
        foreach (var (name, values) in headers)
        {
            var (otherName, otherValues) = others.AsSpan()[at++];
            if (name != otherName || values.Count != 1 || otherValues.Count != 1 || values.ToString() != otherValues[0])
            {
                return false;
            }
        }

        return true;
    }

    private static string[] Joined(HeaderStringValues values) => [values.ToString()];

    private static string[] Apart(HeaderStringValues values) => [.. values];
}
