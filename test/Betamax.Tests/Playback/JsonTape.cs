using System.IO.Compression;
using System.Text.Json;

namespace Betamax.Tests.Playback;

/// <summary>An interaction that is read from its JSON without the library.</summary>
internal sealed class JsonTape(JsonElement interaction)
{
    private readonly JsonElement _request = interaction.GetProperty("request");
    private readonly JsonElement _response = interaction.GetProperty("response");

    public static IReadOnlyList<JsonTape> Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("http_interactions").EnumerateArray().Select(json => new JsonTape(json.Clone()))];
    }

    public string Method => _request.GetProperty("method").GetString()!;

    public Uri Uri => new(_request.GetProperty("uri").GetString()!);

    public Uri Url => new(_response.GetProperty("url").GetString()!);

    // The oldest cassettes only have the status code.
    public int Status =>
        (_response.TryGetProperty("status_code", out var code) ? code : _response.GetProperty("status").GetProperty("code")).GetInt32();

    public byte[] Body => Bytes(_response.GetProperty("body"));

    public bool IsGzipped => Header("Content-Encoding") == "gzip" && Body is [0x1F, 0x8B, ..];

    public IEnumerable<(string Name, string[] Values)> Headers => HeadersOf(_response);

    /// <summary>The target of the redirect.</summary>
    public Uri? Next => Status is 301 or 302 or 303 or 307 or 308 && Header("Location") is { } location ? new(Uri, location) : null;

    public byte[] Decoded
    {
        get
        {
            if (!IsGzipped)
            {
                return Body;
            }

            using var gzip = new GZipStream(new MemoryStream(Body), CompressionMode.Decompress);
            using var decoded = new MemoryStream();
            gzip.CopyTo(decoded);
            return decoded.ToArray();
        }
    }

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), Uri);
        if (Bytes(_request.GetProperty("body")) is { Length: > 0 } body)
        {
            message.Content = new ByteArrayContent(body);
        }

        foreach (var (name, values) in HeadersOf(_request))
        {
            if (!message.Headers.TryAddWithoutValidation(name, values) && name != "Content-Length")
            {
                message.Content?.Headers.TryAddWithoutValidation(name, values);
            }
        }

        return message;
    }

    public override string ToString() => $"{Method} {Uri} -> {Status}";

    private string? Header(string name) =>
        Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Values?[0];

    private static IEnumerable<(string Name, string[] Values)> HeadersOf(JsonElement message) =>
        message.GetProperty("headers").EnumerateObject().Select(header => (
            header.Name,
            header.Value.ValueKind == JsonValueKind.String
                ? [header.Value.GetString()!]
                : header.Value.EnumerateArray().Select(value => value.GetString()!).ToArray()));

    private static byte[] Bytes(JsonElement body) =>
        body.ValueKind == JsonValueKind.String ? System.Text.Encoding.UTF8.GetBytes(body.GetString()!)
        : body.TryGetProperty("base64_string", out var base64) ? base64.GetBytesFromBase64()
        : System.Text.Encoding.UTF8.GetBytes(body.GetProperty("string").GetString()!);
}
