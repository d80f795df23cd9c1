using System.IO.Compression;
using System.Text;

namespace Betamax.Tests.Secrets.Placeholders;

/// <summary>Every place of an interaction that can contain a text.</summary>
internal static class Places
{
    public static readonly string[] All =
    [
        "path", "query", "url", "request header", "response header", "trailer", "failure", "request text", "response text", "json", "sse", "form",
        "base64", "gzip", "deflate", "raw deflate", "br", "gzip, br", "file",
    ];

    public static Interaction Put(string place, string text)
    {
        var (request, response) = (new RecordedRequest("POST", "http://host/"), new RecordedResponse(200, "OK", "http://host/"));
        return place switch
        {
            "path" => new(request with { Uri = $"http://host/{text}/end" }, response),
            "query" => new(request with { Uri = $"http://host/?a={text}&b=c" }, response),
            "url" => new(request, response with { Url = $"http://host/?a={text}#end" }),
            "request header" => new(request with { Headers = new([new("X-A", [text])]) }, response),
            "response header" => new(request, response with { Headers = new([new("X-A", [text])]) }),
            "trailer" => new(request, response with { Trailers = new([new("X-A", [text])]) }),
            "failure" => new(request, response with { Failure = new(TimeSpan.Zero, [new("A", text)]) }),
            "request text" => new(request with { Body = RecordedBody.FromText(text) }, response),
            "response text" => new(request, response with { Body = RecordedBody.FromText(text) }),
            "json" => new(request, Carrying(response, Encoding.UTF8.GetBytes($$"""{"a":"{{text}}"}"""), "application/json")),
            "sse" => new(request, Carrying(response, Encoding.UTF8.GetBytes($$"""data: {"a":"{{text}}"}"""), "text/event-stream")),
            "form" => new(request, Carrying(response, Encoding.UTF8.GetBytes($"a={text}&b=c"), "application/x-www-form-urlencoded")),
            "base64" => new(request, response with { Body = RecordedBody.FromBytes(new byte[] { 0, 255 }.Concat(Encoding.UTF8.GetBytes(text)).ToArray()) }),
            "file" => new(request, Carrying(response, Packed(text, "gzip"), "application/gzip")),
            _ => new(request, Carrying(response, Packed(text, place), "text/plain", place.Replace("raw ", "", StringComparison.Ordinal))),
        };
    }

    public static string Read(string place, Interaction interaction)
    {
        var (request, response) = (interaction.Request, interaction.Response);
        return place switch
        {
            "path" => request.Uri["http://host/".Length..^"/end".Length],
            "query" => request.Uri["http://host/?a=".Length..^"&b=c".Length],
            "url" => response.Url["http://host/?a=".Length..^"#end".Length],
            "request header" => request.Headers["X-A"][0],
            "response header" => response.Headers["X-A"][0],
            "trailer" => response.Trailers["X-A"][0],
            "failure" => response.Failure!.Errors[0].Message,
            "request text" => request.Body.Text!,
            "response text" => response.Body.Text!,
            "json" => response.Body.Text!["{'a':'".Length..^"'}".Length],
            "sse" => response.Body.Text!["data: {'a':'".Length..^"'}".Length],
            "form" => response.Body.Text!["a=".Length..^"&b=c".Length],
            "base64" => Encoding.UTF8.GetString(response.Body.Bytes.Span[2..]),
            "file" => Unpacked(response.Body.Bytes, "gzip"),
            _ => Unpacked(response.Body.Bytes, place),
        };
    }

    public static byte[] Packed(string text, string codings)
    {
        var content = Encoding.UTF8.GetBytes(text);
        foreach (var coding in codings.Split(", "))
        {
            using var packed = new MemoryStream();
            using (Stream coder = coding switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
                "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
                "br" => new BrotliStream(packed, CompressionLevel.Fastest),
                _ => new DeflateStream(packed, CompressionLevel.Fastest),
            })
            {
                coder.Write(content);
            }

            content = packed.ToArray();
        }

        return content;
    }

    public static string Unpacked(ReadOnlyMemory<byte> body, string codings)
    {
        Stream content = new MemoryStream(body.ToArray());
        foreach (var coding in Enumerable.Reverse(codings.Split(", ")))
        {
            content = coding switch
            {
                "gzip" => new GZipStream(content, CompressionMode.Decompress),
                "deflate" => new ZLibStream(content, CompressionMode.Decompress),
                "br" => new BrotliStream(content, CompressionMode.Decompress),
                _ => new DeflateStream(content, CompressionMode.Decompress),
            };
        }

        using var reader = new StreamReader(content);
        return reader.ReadToEnd();
    }

    private static RecordedResponse Carrying(RecordedResponse response, byte[] body, string type, string? coding = null)
    {
        var headers = new RecordedHeaders([new("Content-Type", [type]), new("Content-Length", [$"{body.Length}"])]);
        return response with
        {
            Body = RecordedBody.FromBytes(body, "utf-8"),
            Headers = coding is null ? headers : headers.With("Content-Encoding", coding),
        };
    }
}
