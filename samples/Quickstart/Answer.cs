using System.Diagnostics;
using System.Net.Http.Headers;

namespace Quickstart;

/// <summary>What an application sees of one response, and the time until its last byte.</summary>
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

        // The headers are read first, because a buffered body adds a Content-Length header.
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

    /// <summary>Returns the raw values. Parsing would normalize them.</summary>
    private static IEnumerable<KeyValuePair<string, string[]>> AsReceived(HttpHeaders headers) =>
        headers.NonValidated.Select(header => KeyValuePair.Create(header.Key, header.Value.ToArray()));
}
