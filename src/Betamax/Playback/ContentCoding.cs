using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Betamax.Cassettes;

namespace Betamax.Playback;

/// <summary>
/// Decodes a response as <see cref="SocketsHttpHandler"/> does with <see cref="SocketsHttpHandler.AutomaticDecompression"/>:
/// the last coding only, and without the two headers that no longer fit.
/// </summary>
internal static class ContentCoding
{
    private static readonly (string Coding, DecompressionMethods Method)[] Codings =
    [
        ("gzip", DecompressionMethods.GZip),
        ("deflate", DecompressionMethods.Deflate),
        ("br", DecompressionMethods.Brotli),
    ];

    /// <summary>All of them in one line, as they stand on the wire.</summary>
    private static readonly string AllCodings = string.Join(", ", Codings.Select(coding => coding.Coding));

    private const char ReplacementCharacter = '\uFFFD';

    /// <summary>Asks for what can be decoded, as the primary handler would: so that the tape says what was asked for.</summary>
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
            if (methods.HasFlag(method) && !Names(request.Headers.AcceptEncoding, coding))
            {
                request.Headers.AcceptEncoding.Add(new(coding));
            }
        }
    }

    public static void Decode(HttpResponseMessage response, DecompressionMethods methods)
    {
        // Looking at a header parses it, which shows in its values.
        if (methods == DecompressionMethods.None || !response.Content.Headers.NonValidated.Contains("Content-Encoding"))
        {
            return;
        }

        var encodings = response.Content.Headers.ContentEncoding;
        if (encodings.Count == 0 || DecoderOf(encodings.Last(), methods) is not { } decoder)
        {
            return;
        }

        response.Content = new DecodedContent(response.Content, decoder);
    }

    /// <summary>
    /// The same, but only where the one coding hides a text. What would still be compressed then goes onto the tape as it
    /// came, so that it is decoded above, once, on playback too.
    /// </summary>
    public static void DecodeForTape(HttpResponseMessage response, DecompressionMethods methods)
    {
        var line = response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values) ? values.ToString() : "";
        if (!line.Contains(',', StringComparison.Ordinal))
        {
            Decode(response, methods);
        }
    }

    /// <summary>
    /// Whether a body that claims to be compressed is on the tape as the text that it decompresses to. What Python has
    /// made of other compressed bytes is no such text: it shows replacement characters.
    /// </summary>
    public static bool IsAlreadyDecoded(RecordedResponse response) =>
        response.Headers.Have(HeaderTraits.ContentEncoding)
        && response.Headers.TryGetValue("Content-Encoding", out var codings)
        && response.Body is { IsStoredAsText: true, IsEmpty: false } body
        && !codings.All(coding => coding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        && !body.Bytes.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])
        && !body.Text!.Contains(ReplacementCharacter);

    private static bool Names(IEnumerable<StringWithQualityHeaderValue> accepted, string coding) =>
        accepted.Any(value => value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase));

    private static Func<Stream, Stream>? DecoderOf(string encoding, DecompressionMethods methods) =>
        encoding.ToLowerInvariant() switch
        {
            "gzip" when methods.HasFlag(DecompressionMethods.GZip) =>
                stream => new GZipStream(stream, CompressionMode.Decompress),
            "deflate" when methods.HasFlag(DecompressionMethods.Deflate) => stream => new DeflateCodingStream(stream),
            "br" when methods.HasFlag(DecompressionMethods.Brotli) =>
                stream => new BrotliStream(stream, CompressionMode.Decompress),
            _ => null,
        };
}
