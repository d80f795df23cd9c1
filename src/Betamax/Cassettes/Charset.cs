using System.Collections.Concurrent;
using System.Text;

namespace Betamax.Cassettes;

/// <summary>Converts between text and bytes in one charset as Python does, so that both play the same bytes.</summary>
internal sealed class Charset
{
    private static readonly ConcurrentDictionary<string, Charset> Known = new(StringComparer.Ordinal);

    private readonly Encoding _encoding;
    private readonly Encoding _exact;
    private readonly CharsetVariant _variant;

    private Charset(Encoding encoding, CharsetVariant variant)
    {
        _encoding = (Encoding)encoding.Clone();
        if (encoding.EncoderFallback is not EncoderReplacementFallback)
        {
            // The fallback of a code page would silently write a similar character.
            _encoding.EncoderFallback = EncoderFallback.ReplacementFallback;
        }

        _exact = (Encoding)encoding.Clone();
        _exact.EncoderFallback = EncoderFallback.ExceptionFallback;
        _exact.DecoderFallback = DecoderFallback.ExceptionFallback;
        _variant = variant;
    }

    public static Charset Utf8 { get; } =
        new(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CharsetVariant.None);

    /// <summary>
    /// Whether Python turns a text in this charset into the same bytes. It does so for UTF-8 and for the single-byte charsets in
    /// <see cref="CharsetNames"/>, whose bytes were all compared.
    /// </summary>
    public bool IsTheSameInPython => ReferenceEquals(this, Utf8) || _encoding.IsSingleByte;

    /// <summary>The charset with this name; UTF-8 for <see langword="null"/>.</summary>
    /// <exception cref="ArgumentException">There is no such charset.</exception>
    public static Charset Named(string? name) =>
        Find(name) ?? throw new ArgumentException($"'{name}' is not a known charset.", nameof(name));

    /// <summary>The charset with this name, UTF-8 for <see langword="null"/>. Returns null if there is no such charset.</summary>
    public static Charset? Find(string? name)
    {
        if (name is null || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return Utf8;
        }

        var canonical = CharsetNames.Canonical(name) ?? name.Trim().ToLowerInvariant();
        if (Known.TryGetValue(canonical, out var known))
        {
            return known;
        }

        return Create(canonical) is { } created ? Known.GetOrAdd(canonical, created) : null;
    }

    /// <summary>Encodes a text. A character that the charset does not have becomes its replacement character.</summary>
    public byte[] Encode(string text) => text.Length == 0 ? [] : Encode(_encoding, text);

    /// <summary>Decodes bytes; <see langword="null"/> if encoding the text would not give the same bytes.</summary>
    public string? DecodeExactly(ReadOnlySpan<byte> bytes)
    {
        var preamble = _exact.Preamble;
        if (bytes.IsEmpty || !bytes.StartsWith(preamble))
        {
            return bytes.IsEmpty ? "" : null;
        }

        try
        {
            var text = _exact.GetString(bytes[preamble.Length..]);
            if (ReferenceEquals(this, Utf8))
            {
                return text;
            }

            text = _variant.ToPython(text);
            return !HasBytesWithoutMeaning(text) && Encode(_exact, text).AsSpan().SequenceEqual(bytes) ? text : null;
        }
        catch (Exception fault) when (fault is DecoderFallbackException or EncoderFallbackException)
        {
            return null;
        }
    }

    private byte[] Encode(Encoding encoding, string text)
    {
        var dotnet = _variant.ToDotNet(text);
        var preamble = encoding.Preamble;
        var bytes = new byte[preamble.Length + encoding.GetByteCount(dotnet)];
        preamble.CopyTo(bytes);
        encoding.GetBytes(dotnet, bytes.AsSpan(preamble.Length));
        return bytes;
    }

    /// <summary>
    /// Whether the text comes from bytes that have no character. .NET's code pages decode them to control or private-use
    /// characters; Python refuses them. Latin-1 has no such bytes.
    /// </summary>
    private bool HasBytesWithoutMeaning(string text) =>
        _encoding.IsSingleByte
        && _encoding.CodePage != Encoding.Latin1.CodePage
        && (text.AsSpan().ContainsAnyInRange('\u0080', '\u009F') || text.AsSpan().ContainsAnyInRange('\uE000', '\uF8FF'));

    private static Charset? Create(string canonical)
    {
        // These names have a byte-order mark in .NET, but not in Python.
        Encoding? encoding = canonical switch
        {
            CharsetNames.Utf8 => null,
            "utf-8-sig" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            "utf-16le" => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
            "utf-16be" => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
            "utf-32le" => new UTF32Encoding(bigEndian: false, byteOrderMark: false),
            "utf-32be" => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
            _ => FromDotNet(canonical),
        };
        return encoding is not null ? new Charset(encoding, CharsetVariant.Find(canonical))
            : canonical == CharsetNames.Utf8 ? Utf8
            : null;
    }

    private static Encoding? FromDotNet(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null; // NotSupportedException: UTF-7, which .NET no longer supports.
        }
    }
}
