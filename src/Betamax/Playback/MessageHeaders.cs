using System.Net.Http.Headers;

namespace Betamax.Playback;

/// <summary>Headers from message to data, without parsing them: each value as it goes over the wire.</summary>
internal static class MessageHeaders
{
    /// <summary>A request's headers: one value a name, as they are sent.</summary>
    public static RecordedHeaders Of(HttpRequestMessage request)
    {
        var headers = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        AddJoined(request.Headers.NonValidated, headers);
        if (request.Content is { } content)
        {
            // Asking for the length makes it a header, as it is on the wire.
            _ = content.Headers.ContentLength;
            AddJoined(content.Headers.NonValidated, headers);
        }

        return new(headers);
    }

    /// <summary>A response's headers: one value for each line in which they came.</summary>
    public static RecordedHeaders Of(HttpResponseMessage response)
    {
        var headers = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        Add(response.Headers.NonValidated, headers);
        Add(response.Content.Headers.NonValidated, headers);
        return new(headers);
    }

    /// <summary>Headers that stand by themselves, as trailers do.</summary>
    public static RecordedHeaders Of(HttpHeaders headers)
    {
        var list = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        Add(headers.NonValidated, list);
        return list.Count == 0 ? RecordedHeaders.Empty : new(list);
    }

    /// <summary>Copies the headers of one content to another.</summary>
    public static void Copy(HttpContentHeaders from, HttpContentHeaders to)
    {
        foreach (var (name, values) in from.NonValidated)
        {
            to.TryAddWithoutValidation(name, values);
        }
    }

    private static void AddJoined(HttpHeadersNonValidated from, List<KeyValuePair<string, IReadOnlyList<string>>> to)
    {
        foreach (var (name, values) in from)
        {
            to.Add(new(name, [values.ToString()]));
        }
    }

    private static void Add(HttpHeadersNonValidated from, List<KeyValuePair<string, IReadOnlyList<string>>> to)
    {
        foreach (var (name, values) in from)
        {
            to.Add(new(name, [.. values]));
        }
    }
}
