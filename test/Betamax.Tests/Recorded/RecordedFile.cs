using System.Text;
using System.Text.Json;

namespace Betamax.Tests.Recorded;

/// <summary>
/// Reads a cassette of this folder without the library. The library is then compared with the file, not with itself.
/// </summary>
internal static class RecordedFile
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Recorded");

    public static IReadOnlyList<(JsonElement Request, JsonElement Response)> Read(string path)
    {
        var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("http_interactions").EnumerateArray()
            .Select(each => (each.GetProperty("request"), each.GetProperty("response")))];
    }

    public static HttpRequestMessage ToRequest(JsonElement recorded)
    {
        var request = new HttpRequestMessage(
            new HttpMethod(recorded.GetProperty("method").GetString()!.ToUpperInvariant()),
            recorded.GetProperty("uri").GetString());
        if (Body(recorded) is { Length: > 0 } body)
        {
            request.Content = new ByteArrayContent(body);
        }

        foreach (var (name, values) in Headers(recorded))
        {
            _ = request.Headers.TryAddWithoutValidation(name, values)
                || (request.Content?.Headers.TryAddWithoutValidation(name, values) ?? false);
        }

        return request;
    }

    public static IEnumerable<(string Name, string[] Values)> Headers(JsonElement message) =>
        message.GetProperty("headers").EnumerateObject().Select(header => (
            header.Name,
            header.Value.EnumerateArray().Select(value => value.GetString()!).ToArray()));

    public static byte[] Body(JsonElement message)
    {
        var body = message.GetProperty("body");
        if (body.TryGetProperty("base64_string", out var base64))
        {
            return Convert.FromBase64String(base64.GetString()!);
        }

        var encoding = CharsetOf(body.GetProperty("encoding").GetString());
        return [.. encoding.Preamble, .. encoding.GetBytes(body.GetProperty("string").GetString()!)];
    }

    private static Encoding CharsetOf(string? name) => name?.ToLowerInvariant() switch
    {
        null or "utf-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        "us-ascii" => Encoding.ASCII,
        "iso-8859-1" => Encoding.Latin1,
        "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        "utf-16" => Encoding.Unicode, // like Python: little-endian, with a byte-order mark
        _ => throw new NotSupportedException(name),
    };
}
