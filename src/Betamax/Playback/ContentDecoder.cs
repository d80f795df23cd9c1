using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Betamax.Http;

namespace Betamax.Playback;

/// <summary>
/// Decodes a response as <see cref="SocketsHttpHandler.AutomaticDecompression"/> does: it undoes the last coding only, removes
/// that coding from <c>Content-Encoding</c>, and removes <c>Content-Length</c>.
/// </summary>
internal static class ContentDecoder
{
    private static readonly (string Coding, DecompressionMethods Method)[] Codings =
    [
        (ContentCodings.Gzip, DecompressionMethods.GZip),
        (ContentCodings.Deflate, DecompressionMethods.Deflate),
        (ContentCodings.Brotli, DecompressionMethods.Brotli),
    ];

    private const string AllCodings = $"{ContentCodings.Gzip}, {ContentCodings.Deflate}, {ContentCodings.Brotli}";

    private const char ReplacementCharacter = '\uFFFD';

    /// <summary>Adds <c>Accept-Encoding</c> as the primary handler would, so that the recorded request has it too.</summary>
    public static void Accept(HttpRequestMessage request, DecompressionMethods methods)
    {
        var headers = request.Headers.NonValidated;
        if (methods == DecompressionMethods.All && (headers.Count == 0 || !headers.Contains("Accept-Encoding")))
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", AllCodings);
            return;
        }

        foreach (var (coding, method) in Codings)
        {
            if (methods.HasFlag(method) && !Contains(request.Headers.AcceptEncoding, coding))
            {
                request.Headers.AcceptEncoding.Add(new(coding));
            }
        }
    }

    public static void Decode(HttpResponseMessage response, DecompressionMethods methods)
    {
        // NonValidated: the typed property would parse the header, which changes how it is written.
        if (methods == DecompressionMethods.None || !response.Content.Headers.NonValidated.Contains(HeaderNames.ContentEncoding))
        {
            return;
        }

        var encodings = response.Content.Headers.ContentEncoding;
        if (encodings.Count == 0 || FindDecoder(encodings.Last(), methods) is not { } decoder)
        {
            return;
        }

        response.Content = new DecodedContent(response.Content, decoder);
    }

    /// <summary>
    /// Decodes a live response before it is recorded, unless it has several codings. Undoing only the last would leave it compressed,
    /// so it is recorded as it came, and decoded above the cassette for live and played responses alike.
    /// </summary>
    public static void DecodeForCassette(HttpResponseMessage response, DecompressionMethods methods)
    {
        var line = response.Content.Headers.NonValidated.TryGetValues(HeaderNames.ContentEncoding, out var values) ? values.ToString() : "";
        if (!line.Contains(',', StringComparison.Ordinal))
        {
            Decode(response, methods);
        }
    }

    /// <summary>
    /// Whether a body with a <c>Content-Encoding</c> was recorded as the text that it decompresses to. Python Betamax may
    /// store compressed bytes as broken text, with replacement characters. Such a body does not count as decoded.
    /// </summary>
    public static bool IsAlreadyDecoded(RecordedResponse response) =>
        response.Body is { IsStoredAsText: true, IsEmpty: false } body
        && response.Headers.TryGetValue(HeaderNames.ContentEncoding, out var codings)
        && ContentCodings.Parse(codings).Length > 0
        && !ContentCodings.IsGzip(body.Bytes.Span)
        && !body.Text!.Contains(ReplacementCharacter);

    private static bool Contains(IEnumerable<StringWithQualityHeaderValue> accepted, string coding) =>
        accepted.Any(value => value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase));

    private static Func<Stream, Stream>? FindDecoder(string encoding, DecompressionMethods methods) =>
        encoding.ToLowerInvariant() switch
        {
            ContentCodings.Gzip when methods.HasFlag(DecompressionMethods.GZip) =>
                stream => new GZipStream(stream, CompressionMode.Decompress),
            ContentCodings.Deflate when methods.HasFlag(DecompressionMethods.Deflate) => stream => new DeflateCodingStream(stream),
            ContentCodings.Brotli when methods.HasFlag(DecompressionMethods.Brotli) =>
                stream => new BrotliStream(stream, CompressionMode.Decompress),
            _ => null,
        };
}
