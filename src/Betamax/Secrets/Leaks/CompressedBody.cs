using System.IO.Compression;

namespace Betamax.Secrets.Leaks;

/// <summary>What a compressed body holds, in windows that overlap: it is never expanded as a whole.</summary>
internal static class CompressedBody
{
    /// <summary>How much of it is looked at. A bomb would keep us busy for ever.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    /// <param name="body">The body.</param>
    /// <param name="coding">The Content-Encoding that its message names, if any.</param>
    public static IEnumerable<ReadOnlyMemory<byte>> Windows(ReadOnlyMemory<byte> body, string? coding) =>
        Decoder(body, coding) is { } decoder ? Windows(decoder) : [];

    private static IEnumerable<ReadOnlyMemory<byte>> Windows(Stream decoder)
    {
        using (decoder)
        {
            var window = new byte[TextScan.Window];
            var (kept, total) = (0, 0);
            while (total < MostBytes && Read(decoder, window.AsSpan(kept)) is > 0 and var count)
            {
                total += count;
                yield return window.AsMemory(0, kept + count);
                var rest = Math.Min(TextScan.Overlap, kept + count);
                window.AsSpan(kept + count - rest, rest).CopyTo(window);
                kept = rest;
            }
        }
    }

    private static Stream? Decoder(ReadOnlyMemory<byte> body, string? coding)
    {
        Stream? decoder = body.Span is [0x1F, 0x8B, ..] ? new GZipStream(Open(body), CompressionMode.Decompress) : null;
        foreach (var name in coding is null ? [] : Enumerable.Reverse(coding.Split(',', StringSplitOptions.TrimEntries)))
        {
            decoder = name.ToLowerInvariant() switch
            {
                "br" => new BrotliStream(decoder ?? Open(body), CompressionMode.Decompress),
                "deflate" when IsZlib(body.Span) => new ZLibStream(decoder ?? Open(body), CompressionMode.Decompress),
                "deflate" => new DeflateStream(decoder ?? Open(body), CompressionMode.Decompress),
                _ => decoder,
            };
        }

        return decoder;
    }

    /// <summary>RFC 1950, section 2.2: the two bytes are a multiple of 31, and the method is 8.</summary>
    public static bool IsZlib(ReadOnlySpan<byte> body) =>
        body.Length >= 2 && (body[0] & 0x0F) == 8 && ((body[0] << 8) | body[1]) % 31 == 0;

    /// <summary>A stream over a body, without a copy of it.</summary>
    public static MemoryStream Open(ReadOnlyMemory<byte> body) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(body, out var array)
            ? new(array.Array!, array.Offset, array.Count, writable: false)
            : new(body.ToArray(), writable: false);

    private static int Read(Stream decoder, Span<byte> buffer)
    {
        try
        {
            return decoder.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or IOException)
        {
            return 0; // It only claims to be compressed. The bytes themselves are scanned as well.
        }
    }
}
