using System.Net.Http.Headers;

namespace Betamax.Playback;

/// <summary>Headers from message to data, without parsing them: each value as it goes over the wire.</summary>
internal static class MessageHeaders
{
    /// <summary>A request's headers: one value a name, as they are sent.</summary>
    public static RecordedHeaders Of(HttpRequestMessage request)
    {
        var own = request.Headers.NonValidated;
        if (request.Content is not { } content)
        {
            return Of(own, default, Joined);
        }

        // Asking for the length makes it a header, as it is on the wire.
        _ = content.Headers.ContentLength;
        return Of(own, content.Headers.NonValidated, Joined);
    }

    /// <summary>A response's headers: one value for each line in which they came.</summary>
    public static RecordedHeaders Of(HttpResponseMessage response) =>
        Of(response.Headers.NonValidated, response.Content.Headers.NonValidated, Apart);

    /// <summary>Headers that stand by themselves, as trailers do.</summary>
    public static RecordedHeaders Of(HttpHeaders headers) => Of(headers.NonValidated, default, Apart);

    /// <summary>Copies the headers of one content to another.</summary>
    public static void Copy(HttpContentHeaders from, HttpContentHeaders to)
    {
        foreach (var (name, values) in from.NonValidated)
        {
            to.TryAddWithoutValidation(name, values);
        }
    }

    private static RecordedHeaders Of(
        HttpHeadersNonValidated first, HttpHeadersNonValidated second, Func<HeaderStringValues, string[]> valuesOf)
    {
        var headers = new KeyValuePair<string, IReadOnlyList<string>>[first.Count + second.Count];
        var count = 0;
        foreach (var (name, values) in first)
        {
            headers[count++] = new(name, valuesOf(values));
        }

        foreach (var (name, values) in second)
        {
            headers[count++] = new(name, valuesOf(values));
        }

        return count == 0 ? RecordedHeaders.Empty : RecordedHeaders.OfOwn(headers);
    }

    private static string[] Joined(HeaderStringValues values) => [values.ToString()];

    private static string[] Apart(HeaderStringValues values) => [.. values];
}
