using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Unicode;
using Betamax.Secrets.Leaks;

namespace Betamax.Secrets;

/// <summary>Changes what is in a compressed body: it is opened, and packed again with the same codings.</summary>
internal static class PackedBody
{
    private const int BufferSize = 16 * 1024;

    /// <summary>The body with its content changed; the same memory where nothing changes.</summary>
    /// <param name="body">The body as the message carries it.</param>
    /// <param name="headers">The headers of its message: <c>Content-Encoding</c> names the codings.</param>
    /// <param name="state">What the function gets beside the content.</param>
    /// <param name="change">
    /// What is done to the content, or to a text that only claims to be compressed; what can be neither opened nor read stays
    /// as it is. It returns the same memory where it changes nothing.
    /// </param>
    public static ReadOnlyMemory<byte> Change<T>(
        ReadOnlyMemory<byte> body, RecordedHeaders headers, T state, Func<ReadOnlyMemory<byte>, T, ReadOnlyMemory<byte>> change)
    {
        var names = CodingsOf(body, headers);
        if (names.Length == 0)
        {
            return change(body, state);
        }

        var codings = new Stack<string>();
        var content = body;
        foreach (var name in Enumerable.Reverse(names))
        {
            var coding = name is "deflate" && !CompressedBody.IsZlib(content.Span) ? "raw deflate" : name;
            if (Open(content, coding) is not { } opened)
            {
                return Utf8.IsValid(body.Span) ? change(body, state) : body;
            }

            content = opened;
            codings.Push(coding);
        }

        var changed = change(content, state);
        return changed.Equals(content) ? body : codings.Aggregate(changed, Pack);
    }

    /// <summary>The headers with a length that fits the body, where it was changed and they name one.</summary>
    public static RecordedHeaders Fit(RecordedHeaders headers, RecordedBody before, RecordedBody after) =>
        ReferenceEquals(before, after) || !headers.ContainsKey("Content-Length")
            ? headers
            : headers.With("Content-Length", $"{after.Bytes.Length}");

    // What was last applied stands last (RFC 9110, section 8.4).
    private static string[] CodingsOf(ReadOnlyMemory<byte> body, RecordedHeaders headers)
    {
        var named = headers.TryGetValue("Content-Encoding", out var values)
            ? string.Join(',', values).ToLowerInvariant()
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(name => name != "identity").ToArray()
            : [];

        // A compressed file is no coding, but as readable to everybody.
        return named.Length == 0 && body.Span is [0x1F, 0x8B, ..] ? ["gzip"] : named;
    }

    private static ReadOnlyMemory<byte>? Open(ReadOnlyMemory<byte> body, string coding)
    {
        if (coding == "br")
        {
            return OpenBrotli(body.Span);
        }

        using var source = CompressedBody.Open(body);
        using Stream? decoder = coding switch
        {
            "gzip" or "x-gzip" => new GZipStream(source, CompressionMode.Decompress),
            "deflate" => new ZLibStream(source, CompressionMode.Decompress),
            "raw deflate" => new DeflateStream(source, CompressionMode.Decompress),
            _ => null,
        };
        if (decoder is null || ReadToEnd(decoder) is not { } content || !IsWhole(body.Span, content.Span, coding))
        {
            return null;
        }

        return content;
    }

    // Without a stream, which does not tell the end from where it was broken off.
    private static ReadOnlyMemory<byte>? OpenBrotli(ReadOnlySpan<byte> body)
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
            while (status == OperationStatus.DestinationTooSmall && content.WrittenCount <= CompressedBody.MostBytes);

            if (status != OperationStatus.Done || !body.IsEmpty || content.WrittenCount > CompressedBody.MostBytes)
            {
                return null;
            }

            return content.WrittenMemory;
        }
        finally
        {
            decoder.Dispose();
        }
    }

    private static ReadOnlyMemory<byte>? ReadToEnd(Stream decoder)
    {
        var content = new MemoryStream();
        var buffer = new byte[BufferSize];
        try
        {
            while (decoder.Read(buffer) is > 0 and var count)
            {
                content.Write(buffer, 0, count);
                if (content.Length > CompressedBody.MostBytes)
                {
                    return null;
                }
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or IOException)
        {
            return null; // It only claims to be compressed, or was broken off.
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    // The last four bytes are the length (RFC 1952, section 2.3.1), or the check sum (RFC 1950, section 2.2). .NET reads what
    // was broken off without a word.
    private static bool IsWhole(ReadOnlySpan<byte> body, ReadOnlySpan<byte> content, string coding) => coding switch
    {
        "gzip" or "x-gzip" => body.Length > 4 && BinaryPrimitives.ReadInt32LittleEndian(body[^4..]) == content.Length,
        "deflate" => body.Length > 4 && BinaryPrimitives.ReadUInt32BigEndian(body[^4..]) == Adler32(content),
        _ => true,
    };

    private static uint Adler32(ReadOnlySpan<byte> content)
    {
        const uint Modulus = 65521;
        var (sum, sums) = (1u, 0u);
        foreach (var one in content)
        {
            sum = (sum + one) % Modulus;
            sums = (sums + sum) % Modulus;
        }

        return (sums << 16) | sum;
    }

    private static ReadOnlyMemory<byte> Pack(ReadOnlyMemory<byte> content, string coding)
    {
        var packed = new MemoryStream();
        using (Stream encoder = coding switch
        {
            "deflate" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "raw deflate" => new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            _ => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            encoder.Write(content.Span);
        }

        return packed.GetBuffer().AsMemory(0, (int)packed.Length);
    }
}
