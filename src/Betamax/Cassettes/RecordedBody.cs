using Betamax.Cassettes;
using Betamax.Http;

namespace Betamax;

/// <summary>
/// The body of a recorded message. On a cassette it is either text with the name of its charset, or bytes in base64. Both have
/// <see cref="Bytes"/>. Immutable.
/// </summary>
public sealed class RecordedBody : IEquatable<RecordedBody>
{
    /// <summary>A body without bytes.</summary>
    public static RecordedBody Empty { get; } = new(isText: true, null, default, CharsetNames.Utf8);

    private readonly bool _isText;

    // The content is in one of these two. Bytes of a text are UTF-8.
    private readonly string? _text;
    private readonly ReadOnlyMemory<byte> _bytes;
    private byte[]? _encodedText;

    private RecordedBody(bool isText, string? text, ReadOnlyMemory<byte> bytes, string? encoding)
    {
        _isText = isText;
        _text = text;
        _bytes = bytes;
        Encoding = encoding;
    }

    /// <summary>
    /// The charset that the cassette names for the body; <see langword="null"/> if it names none. A text is then UTF-8.
    /// </summary>
    public string? Encoding { get; }

    /// <summary>The bytes of the body. A text is encoded with <see cref="Encoding"/>.</summary>
    public ReadOnlyMemory<byte> Bytes =>
        _text is null ? _bytes : _encodedText ??= Charset.Named(Encoding).Encode(_text);

    /// <summary>
    /// The body as text; <see langword="null"/> if its bytes are not valid text in <see cref="Encoding"/>. Nothing is replaced to
    /// make them valid. The text may be decoded again at each call.
    /// </summary>
    public string? Text => _text ?? Charset.Find(Encoding)?.DecodeExactly(Bytes.Span);

    /// <summary>Whether the body has no bytes.</summary>
    public bool IsEmpty => _text is null ? _bytes.IsEmpty : _text.Length == 0;

    /// <summary>Whether the body is text on the cassette, and not base64.</summary>
    internal bool IsStoredAsText => _isText || IsEmpty;

    /// <summary>The text on the cassette; <see langword="null"/> if <see cref="Bytes"/> are that text in UTF-8.</summary>
    internal string? StoredText => _text;

    internal UnknownMembers Unknown { get; private init; } = UnknownMembers.None;

    /// <summary>
    /// Creates the body of a response as a recorder stores it: as text if that is readable and loses nothing, and as base64
    /// otherwise.
    /// </summary>
    /// <param name="bytes">The bytes. They are not copied and must not change.</param>
    /// <param name="contentType">The value of <c>Content-Type</c>, if there is one. It may name a charset.</param>
    /// <param name="contentEncoding">
    /// The value of <c>Content-Encoding</c>, if there is one. Compressed bytes are always stored as base64.
    /// </param>
    public static RecordedBody Create(ReadOnlyMemory<byte> bytes, string? contentType, string? contentEncoding = null) =>
        BodyEncoding.Choose(bytes, contentType, contentEncoding, preserveExactBytes: false);

    /// <summary>
    /// Creates the body of a request as a recorder stores it: like that of a response, but as text only if it is UTF-8. Python
    /// Betamax can match nothing else.
    /// </summary>
    /// <inheritdoc cref="Create"/>
    public static RecordedBody CreateForRequest(ReadOnlyMemory<byte> bytes, string? contentType, string? contentEncoding = null) =>
        BodyEncoding.ChooseForRequest(bytes, contentType, contentEncoding, preserveExactBytes: false);

    /// <summary>Reads a content to its end and creates the body of a response from it, as <see cref="Create"/> does.</summary>
    /// <param name="content">The content. It can be read only once, unless it is buffered.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="HttpRequestException">The content cannot be read.</exception>
    public static async Task<RecordedBody> FromContentAsync(HttpContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var bytes = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var headers = content.Headers.NonValidated;
        return Create(bytes, Find(HeaderNames.ContentType), Find(HeaderNames.ContentEncoding));

        string? Find(string name) => headers.TryGetValues(name, out var values) ? values.ToString() : null;
    }

    /// <summary>Creates a body that is text on the cassette.</summary>
    /// <param name="text">The text.</param>
    /// <param name="encoding">
    /// The charset that turns the text into bytes. With <see langword="null"/> the cassette names none, and it is UTF-8.
    /// </param>
    /// <exception cref="ArgumentException">The charset is not known.</exception>
    public static RecordedBody FromText(string text, string? encoding = "utf-8")
    {
        ArgumentNullException.ThrowIfNull(text);
        _ = Charset.Named(encoding);
        return new(isText: true, text, default, encoding);
    }

    /// <summary>Creates a body that is base64 on the cassette.</summary>
    /// <param name="bytes">The bytes. They are not copied and must not change.</param>
    /// <param name="encoding">
    /// The charset that the message names for the bytes, if any. If it is not known, the body has no <see cref="Text"/>.
    /// </param>
    public static RecordedBody FromBytes(ReadOnlyMemory<byte> bytes, string? encoding = null) =>
        new(isText: false, null, bytes, encoding);

    /// <summary>Creates a body that is text on the cassette, from valid UTF-8.</summary>
    internal static RecordedBody FromUtf8(ReadOnlyMemory<byte> utf8, string? encoding = CharsetNames.Utf8) =>
        new(isText: true, null, utf8, encoding);

    internal RecordedBody With(string? encoding, UnknownMembers unknown) =>
        encoding == Encoding && unknown == Unknown
            ? this
            : new(_isText, _text, _bytes, encoding) { Unknown = unknown };

    /// <summary>The text in UTF-8; the bytes if the body is not text.</summary>
    internal ReadOnlyMemory<byte> Utf8 =>
        _text is null || ReferenceEquals(Charset.Named(Encoding), Charset.Utf8) ? Bytes : Charset.Utf8.Encode(_text);

    /// <summary>This body with another <see cref="Utf8"/>; the same instance if it is equal.</summary>
    internal RecordedBody WithUtf8(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.SequenceEqual(Utf8.Span) ? this
        : _text is not null && !ReferenceEquals(Charset.Named(Encoding), Charset.Utf8)
            ? new(_isText, System.Text.Encoding.UTF8.GetString(utf8.Span), default, Encoding) { Unknown = Unknown }
            : new(_isText, null, utf8, Encoding) { Unknown = Unknown };

    /// <summary>Whether both have the same bytes, whether as text or as base64.</summary>
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

    /// <summary>The text; the number of bytes if there is none.</summary>
    public override string ToString() => Text ?? $"({Bytes.Length} bytes)";
}
