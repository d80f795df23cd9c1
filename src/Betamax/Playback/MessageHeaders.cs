using System.Net.Http.Headers;

namespace Betamax.Playback;

/// <summary>
/// Converts the headers of messages to data and back. They are not parsed: each value stays as it goes over the wire.
/// </summary>
internal static class MessageHeaders
{
    /// <summary>Reads a request's headers: one value per name, as HttpClient sends them.</summary>
    public static RecordedHeaders Read(HttpRequestMessage request)
    {
        // Reading this property adds the Content-Length header, as sending does.
        _ = request.Content?.Headers.ContentLength;
        return Read(request.Headers, request.Content?.Headers, values => [values.ToString()]);
    }

    /// <summary>Reads a response's headers: one value per header line that arrived.</summary>
    public static RecordedHeaders Read(HttpResponseMessage response) => Read(response.Headers, response.Content.Headers, values => [.. values]);

    /// <summary>Reads other headers, such as trailers: one value per header line.</summary>
    public static RecordedHeaders Read(HttpHeaders headers) => Read(headers, null, values => [.. values]);

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

    /// <summary>Adds a recorded header. False if .NET does not accept it there.</summary>
    public static bool TryAdd(HttpHeaders headers, string name, IReadOnlyList<string> values) =>
        values.Count == 1 ? headers.TryAddWithoutValidation(name, values[0]) : headers.TryAddWithoutValidation(name, values);

    private static RecordedHeaders Read(HttpHeaders ofMessage, HttpHeaders? ofContent, Func<HeaderStringValues, string[]> readValues)
    {
        var first = ofMessage.NonValidated;
        var second = ofContent?.NonValidated ?? default;
        var headers = new KeyValuePair<string, IReadOnlyList<string>>[first.Count + second.Count];
        var count = 0;
        foreach (var (name, values) in first)
        {
            headers[count++] = new(name, readValues(values));
        }

        foreach (var (name, values) in second)
        {
            headers[count++] = new(name, readValues(values));
        }

        return RecordedHeaders.FromArray(headers);
    }
}
