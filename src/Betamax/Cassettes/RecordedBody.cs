using Betamax.Cassettes;

namespace Betamax;

/// <summary>
/// The body of a recorded message. On a cassette it is either text with the name of its charset, or bytes as base64; both
/// have <see cref="Bytes"/>. Immutable.
/// </summary>
public sealed class RecordedBody : IEquatable<RecordedBody>
{
    /// <summary>A body of no bytes.</summary>
    public static RecordedBody Empty { get; } = new(isText: true, null, default, "utf-8");

    private readonly bool _isText;
    private readonly string? _text;
    private readonly LazyBytes? _utf8;
    private readonly ReadOnlyMemory<byte> _bytes;
    private byte[]? _encodedText;

    /// <summary>Either a text, or bytes, which are UTF-8 if they are a text.</summary>
    private RecordedBody(bool isText, string? text, ReadOnlyMemory<byte> bytes, string? encoding, LazyBytes? utf8 = null)
    {
        _isText = isText;
        _text = text;
        _bytes = bytes;
        _utf8 = utf8;
        Encoding = encoding;
    }

    /// <summary>
    /// The charset that the cassette names for the body; <see langword="null"/> where it names none. Text is then UTF-8.
    /// </summary>
    public string? Encoding { get; }

    /// <summary>The bytes of the body: text is encoded with <see cref="Encoding"/>.</summary>
    public ReadOnlyMemory<byte> Bytes =>
        _utf8 is not null ? _utf8.Value
        : _text is null ? _bytes
        : _encodedText ??= Charset.Named(Encoding).Encode(_text);

    /// <summary>
    /// The body as text; <see langword="null"/> where its bytes are no text in <see cref="Encoding"/> (nothing is ever
    /// replaced to make them so). It may be decoded anew each time.
    /// </summary>
    public string? Text => _text ?? Charset.Find(Encoding)?.DecodeExactly(Bytes.Span);

    /// <summary>Whether the body has no bytes.</summary>
    public bool IsEmpty => _utf8 is null && (_text is null ? _bytes.IsEmpty : _text.Length == 0);

    /// <summary>Whether the body is (or will be) text on the cassette, and not base64.</summary>
    internal bool IsStoredAsText => _isText || IsEmpty;

    /// <summary>The text as it stands on the cassette; <see langword="null"/> where <see cref="Bytes"/> are that, in UTF-8.</summary>
    internal string? StoredText => _text;

    internal UnknownMembers Unknown { get; private init; } = UnknownMembers.None;

    /// <summary>A body that stands on the cassette as text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="encoding">The charset of its bytes; <see langword="null"/> = the cassette names none, and it is UTF-8.</param>
    /// <exception cref="ArgumentException">The charset is not known.</exception>
    public static RecordedBody FromText(string text, string? encoding = "utf-8")
    {
        ArgumentNullException.ThrowIfNull(text);
        _ = Charset.Named(encoding);
        return new(isText: true, text, default, encoding);
    }

    /// <summary>A body that stands on the cassette as base64, to the byte.</summary>
    /// <param name="bytes">The bytes. They are not copied and must not change.</param>
    /// <param name="encoding">
    /// The charset that the message names for them, if any. The bytes do not need it: one that is not known only leaves
    /// them without <see cref="Text"/>.
    /// </param>
    public static RecordedBody FromBytes(ReadOnlyMemory<byte> bytes, string? encoding = null) =>
        new(isText: false, null, bytes, encoding);

    /// <summary>The same as <see cref="FromText"/>, of bytes that are valid UTF-8, without the way through a string.</summary>
    internal static RecordedBody FromUtf8(ReadOnlyMemory<byte> utf8, string? encoding = "utf-8") =>
        new(isText: true, null, utf8, encoding);

    /// <summary>The same, of bytes that are made when they are first wanted. They are not empty.</summary>
    internal static RecordedBody FromUtf8(LazyBytes utf8, string? encoding) => new(isText: true, null, default, encoding, utf8);

    internal RecordedBody With(string? encoding, UnknownMembers unknown) =>
        encoding == Encoding && unknown == Unknown
            ? this
            : new(_isText, _text, _bytes, encoding, _utf8) { Unknown = unknown };

    /// <summary>The text in UTF-8, or bytes that are no text; without the way through a string, if it can be.</summary>
    internal ReadOnlyMemory<byte> Utf8 =>
        _text is null || ReferenceEquals(Charset.Named(Encoding), Charset.Utf8) ? Bytes : Charset.Utf8.Encode(_text);

    /// <summary>This body with something else for <see cref="Utf8"/>; itself where it is the same.</summary>
    internal RecordedBody WithUtf8(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.SequenceEqual(Utf8.Span) ? this
        : _text is not null && !ReferenceEquals(Charset.Named(Encoding), Charset.Utf8)
            ? new(_isText, System.Text.Encoding.UTF8.GetString(utf8.Span), default, Encoding) { Unknown = Unknown }
            : new(_isText, null, utf8, Encoding) { Unknown = Unknown };

    /// <summary>Whether both have the same bytes, however they are stored.</summary>
    /// <param name="other">The body to compare with.</param>
    public bool Equals(RecordedBody? other) =>
        other is not null && (ReferenceEquals(this, other) || Bytes.Span.SequenceEqual(other.Bytes.Span));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RecordedBody);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes.Span);
        return hash.ToHashCode();
    }

    /// <summary>The text, or a line that says how many bytes there are.</summary>
    public override string ToString() => Text ?? $"({Bytes.Length} bytes)";
}
