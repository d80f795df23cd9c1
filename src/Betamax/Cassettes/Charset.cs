using System.Collections.Concurrent;
using System.Text;

namespace Betamax.Cassettes;

/// <summary>Text to bytes and back in one charset, as Python does it, so that both play the same bytes.</summary>
internal sealed class Charset
{
    private static readonly ConcurrentDictionary<string, Charset> Known = new(StringComparer.OrdinalIgnoreCase);

    private readonly Encoding _encoding;
    private readonly Encoding _exact;

    private Charset(Encoding encoding)
    {
        _encoding = encoding;
        _exact = (Encoding)encoding.Clone();
        _exact.EncoderFallback = EncoderFallback.ExceptionFallback;
        _exact.DecoderFallback = DecoderFallback.ExceptionFallback;
    }

    public static Charset Utf8 { get; } = new(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>The charset of this name; UTF-8 where it is <see langword="null"/>.</summary>
    /// <exception cref="ArgumentException">There is no such charset.</exception>
    public static Charset Named(string? name) =>
        Find(name) ?? throw new ArgumentException($"'{name}' is not a charset that .NET knows.", nameof(name));

    /// <summary>The same, or <see langword="null"/> where there is no such charset.</summary>
    public static Charset? Find(string? name)
    {
        if (name is null || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return Utf8;
        }

        if (Known.TryGetValue(name, out var known))
        {
            return known;
        }

        return Create(name) is { } created ? Known.GetOrAdd(name, created) : null;
    }

    /// <summary>The bytes of a text; what the charset cannot hold becomes its replacement character.</summary>
    public byte[] Encode(string text)
    {
        var preamble = _encoding.Preamble;
        var bytes = new byte[preamble.Length + _encoding.GetByteCount(text)];
        preamble.CopyTo(bytes);
        _encoding.GetBytes(text, bytes.AsSpan(preamble.Length));
        return bytes;
    }

    /// <summary>The text of the bytes, or <see langword="null"/> where encoding it would not give them back.</summary>
    public string? DecodeExactly(ReadOnlySpan<byte> bytes)
    {
        var preamble = _exact.Preamble;
        if (!bytes.StartsWith(preamble))
        {
            return null;
        }

        try
        {
            var text = _exact.GetString(bytes[preamble.Length..]);
            return ReferenceEquals(this, Utf8) || Encode(text).AsSpan().SequenceEqual(bytes) ? text : null;
        }
        catch (Exception fault) when (fault is DecoderFallbackException or EncoderFallbackException)
        {
            return null;
        }
    }

    private static Charset? Create(string name)
    {
        // Ruby calls bytes without a charset so, and writes them as UTF-8.
        if (name.Equals("ASCII-8BIT", StringComparison.OrdinalIgnoreCase)
            || name.Equals("BINARY", StringComparison.OrdinalIgnoreCase))
        {
            return Utf8;
        }

        foreach (var spelling in Spellings(name))
        {
            try
            {
                // Python's utf-8 writes no byte-order mark, and its utf-16 and utf-32 do: as Encoding.Preamble says.
                var encoding = CodePagesEncodingProvider.Instance.GetEncoding(spelling) ?? Encoding.GetEncoding(spelling);
                return encoding.CodePage == Encoding.UTF8.CodePage ? Utf8 : new Charset(encoding);
            }
            catch (ArgumentException)
            {
                // Not under this spelling.
            }
        }

        return null;
    }

    /// <summary>How .NET may spell what Python calls latin_1, utf8 or cp1252.</summary>
    private static IEnumerable<string> Spellings(string name)
    {
        yield return name;
        var dashed = name.Trim().Replace('_', '-').ToLowerInvariant();
        yield return dashed;
        yield return dashed switch
        {
            "utf8" => "utf-8",
            "utf16" => "utf-16",
            "utf32" => "utf-32",
            "latin-1" or "l1" or "iso8859" => "iso-8859-1",
            "utf-8-sig" => "utf-8",
            _ when dashed.StartsWith("cp125", StringComparison.Ordinal) => "windows-" + dashed[2..],
            _ when dashed.StartsWith("iso8859-", StringComparison.Ordinal) => "iso-8859-" + dashed[8..],
            _ => dashed,
        };
    }
}
