using System.Diagnostics;
using System.Net.Http.Headers;

namespace Quickstart;

/// <summary>Everything that an application can see of one response, and how long it took to its last byte.</summary>
internal sealed record Answer(
    int Status,
    string? Reason,
    IReadOnlyDictionary<string, string[]> Headers,
    byte[] Body,
    Uri FinalUri,
    TimeSpan Time)
{
    public static async Task<Answer> ReadAsync(HttpClient client, HttpRequestMessage request)
    {
        var start = Stopwatch.GetTimestamp();

        // The headers are read before the body: a body that has been buffered adds a Content-Length to them.
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var headers = AsReceived(response.Headers).Concat(AsReceived(response.Content.Headers))
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        var body = await response.Content.ReadAsByteArrayAsync();

        return new Answer(
            (int)response.StatusCode,
            response.ReasonPhrase,
            headers,
            body,
            response.RequestMessage!.RequestUri!,
            Stopwatch.GetElapsedTime(start));
    }

    /// <summary>The values as they came: parsing them would tidy them up.</summary>
    private static IEnumerable<KeyValuePair<string, string[]>> AsReceived(HttpHeaders headers) =>
        headers.NonValidated.Select(header => KeyValuePair.Create(header.Key, header.Value.ToArray()));
}
