using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Betamax.Http;

/// <summary>The content of a compressed body, and how to compress it again in the same way.</summary>
internal sealed class CompressedBody
{
    /// <summary>The most content that is read, in bytes. A small body may decompress to a very large one.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    private const int BufferSize = 16 * 1024;

    private readonly Stack<Format> _formats;

    private CompressedBody(ReadOnlyMemory<byte> content, Stack<Format> formats)
    {
        Content = content;
        _formats = formats;
    }

    private enum Format
    {
        Gzip,
        Zlib,
        RawDeflate,
        Brotli,
    }

    /// <summary>The body without its codings.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>
    /// Decompresses a body; <see langword="null"/> if that is not possible: a coding is unknown, the body is damaged or cut
    /// off, or its content is longer than <see cref="MaxLength"/>.
    /// </summary>
    /// <param name="body">The body as the message carries it.</param>
    /// <param name="codings">
    /// Its codings, in the order in which they were applied, as <see cref="ContentCodings"/> reads them.
    /// </param>
    public static CompressedBody? TryOpen(ReadOnlyMemory<byte> body, string[] codings)
    {
        var formats = new Stack<Format>();
        var content = body;
        foreach (var coding in Enumerable.Reverse(codings))
        {
            if (DetectFormat(content.Span, coding) is not { } format || TryDecompress(content, format) is not { } opened)
            {
                return null;
            }

            content = opened;
            formats.Push(format);
        }

        return new(content, formats);
    }

    /// <summary>
    /// Reads the content block by block, without holding all of it. It ends after <see cref="MaxLength"/> bytes, or where the
    /// body is damaged. Each block begins with the end of the block before, and reuses its memory.
    /// </summary>
    /// <param name="body">The body as the message carries it.</param>
    /// <param name="codings">Its codings, in the order in which they were applied.</param>
    /// <param name="blockSize">The size of a block in bytes.</param>
    /// <param name="overlap">How many bytes of a block are repeated in the next.</param>
    public static IEnumerable<ReadOnlyMemory<byte>> ReadBlocks(
        ReadOnlyMemory<byte> body, string[] codings, int blockSize, int overlap)
    {
        using var decoder = OpenRead(body, codings);
        if (decoder is null)
        {
            yield break;
        }

        var block = new byte[blockSize];
        var (kept, total) = (0, 0);
        while (total < MaxLength && ReadSafely(decoder, block.AsSpan(kept)) is > 0 and var count)
        {
            total += count;
            yield return block.AsMemory(0, kept + count);
            var repeated = Math.Min(overlap, kept + count);
            block.AsSpan(kept + count - repeated, repeated).CopyTo(block);
            kept = repeated;
        }
    }

    /// <summary>Compresses another content in the same formats.</summary>
    public ReadOnlyMemory<byte> Compress(ReadOnlyMemory<byte> content)
    {
        foreach (var format in _formats)
        {
            var compressed = new MemoryStream();
            using (var encoder = CreateEncoder(compressed, format))
            {
                encoder.Write(content.Span);
            }

            content = compressed.GetBuffer().AsMemory(0, (int)compressed.Length);
        }

        return content;
    }

    private static Format? DetectFormat(ReadOnlySpan<byte> body, string coding) => coding switch
    {
        ContentCodings.Gzip => Format.Gzip,
        ContentCodings.Deflate => ContentCodings.IsZlib(body) ? Format.Zlib : Format.RawDeflate,
        ContentCodings.Brotli => Format.Brotli,
        _ => null,
    };

    /// <summary>The content of the body; <see langword="null"/> if a coding is unknown.</summary>
    private static Stream? OpenRead(ReadOnlyMemory<byte> body, string[] codings)
    {
        Stream? decoder = null;
        foreach (var coding in Enumerable.Reverse(codings))
        {
            if (decoder is not null)
            {
                // The format of the next coding is detected from its first bytes.
                body = ReadToEnd(decoder).Content;
            }

            if (DetectFormat(body.Span, coding) is not { } format)
            {
                return null;
            }

            decoder = CreateDecoder(AsStream(body), format);
        }

        return decoder;
    }

    private static ReadOnlyMemory<byte>? TryDecompress(ReadOnlyMemory<byte> body, Format format)
    {
        if (format == Format.Brotli)
        {
            return TryDecompressBrotli(body.Span);
        }

        var (content, isComplete) = ReadToEnd(CreateDecoder(AsStream(body), format));
        return isComplete && IsWhole(body.Span, content.Span, format) ? content : default(ReadOnlyMemory<byte>?);
    }

    /// <summary>Uses no stream, because a stream cannot tell data that is cut off from data that ends.</summary>
    private static ReadOnlyMemory<byte>? TryDecompressBrotli(ReadOnlySpan<byte> body)
    {
        var content = new ArrayBufferWriter<byte>();
        var decoder = default(BrotliDecoder);
        try
        {
            OperationStatus status;
            do
            {
                status = decoder.Decompress(body, content.GetSpan(BufferSize)[..BufferSize], out var consumed, out var written);
                content.Advance(written);
                body = body[consumed..];
            }
            while (status == OperationStatus.DestinationTooSmall && content.WrittenCount <= MaxLength);

            return status == OperationStatus.Done && body.IsEmpty && content.WrittenCount <= MaxLength
                ? content.WrittenMemory
                : default(ReadOnlyMemory<byte>?);
        }
        finally
        {
            decoder.Dispose();
        }
    }

    private static (ReadOnlyMemory<byte> Content, bool IsComplete) ReadToEnd(Stream decoder)
    {
        using (decoder)
        {
            var content = new MemoryStream();
            var buffer = new byte[BufferSize];
            var count = 0;
            while (content.Length <= MaxLength && (count = ReadSafely(decoder, buffer)) > 0)
            {
                content.Write(buffer, 0, count);
            }

            return (content.GetBuffer().AsMemory(0, (int)content.Length), count == 0);
        }
    }

    /// <summary>Fills the buffer. Returns 0 at the end, and -1 if what follows is damaged.</summary>
    private static int ReadSafely(Stream decoder, Span<byte> buffer)
    {
        try
        {
            return decoder.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or IOException)
        {
            return -1;
        }
    }

    /// <summary>
    /// Compares the content with its length (RFC 1952, section 2.3.1) or its checksum (RFC 1950, section 2.2) at the end of
    /// the body, because .NET reports no error for data that is cut off.
    /// </summary>
    private static bool IsWhole(ReadOnlySpan<byte> body, ReadOnlySpan<byte> content, Format format) => format switch
    {
        Format.Gzip => body.Length > 4 && BinaryPrimitives.ReadInt32LittleEndian(body[^4..]) == content.Length,
        Format.Zlib => body.Length > 4 && BinaryPrimitives.ReadUInt32BigEndian(body[^4..]) == Adler32(content),
        _ => true,
    };

    private static uint Adler32(ReadOnlySpan<byte> content)
    {
        const uint Modulus = 65521;
        var (sum, sumOfSums) = (1u, 0u);
        foreach (var value in content)
        {
            sum = (sum + value) % Modulus;
            sumOfSums = (sumOfSums + sum) % Modulus;
        }

        return (sumOfSums << 16) | sum;
    }

    private static Stream CreateDecoder(Stream body, Format format) => format switch
    {
        Format.Gzip => new GZipStream(body, CompressionMode.Decompress),
        Format.Zlib => new ZLibStream(body, CompressionMode.Decompress),
        Format.RawDeflate => new DeflateStream(body, CompressionMode.Decompress),
        _ => new BrotliStream(body, CompressionMode.Decompress),
    };

    private static Stream CreateEncoder(Stream body, Format format) => format switch
    {
        Format.Gzip => new GZipStream(body, CompressionLevel.Optimal, leaveOpen: true),
        Format.Zlib => new ZLibStream(body, CompressionLevel.Optimal, leaveOpen: true),
        Format.RawDeflate => new DeflateStream(body, CompressionLevel.Optimal, leaveOpen: true),
        _ => new BrotliStream(body, CompressionLevel.Optimal, leaveOpen: true),
    };

    /// <summary>A stream over the body, without a copy of it.</summary>
    private static MemoryStream AsStream(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out var array)
            ? new(array.Array!, array.Offset, array.Count, writable: false)
            : new(body.ToArray(), writable: false);
}
