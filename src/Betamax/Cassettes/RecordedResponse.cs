using Betamax.Cassettes;

namespace Betamax;

/// <summary>A recorded response.</summary>
/// <param name="StatusCode">The HTTP status code, from 0 to 999.</param>
/// <param name="ReasonPhrase">The text beside the status code; <see langword="null"/> if the cassette has none.</param>
/// <param name="Url">Where the response came from: the URI of the request, unless a redirect was followed.</param>
public sealed record RecordedResponse(int StatusCode, string? ReasonPhrase, string Url)
{
    private readonly EquatableList<RecordedChunk> _chunks = EquatableList<RecordedChunk>.Empty;

    /// <summary>The headers, those of the content included. Empty by default.</summary>
    public RecordedHeaders Headers { get; init; } = RecordedHeaders.Empty;

    /// <summary>The body. Empty by default.</summary>
    public RecordedBody Body { get; init; } = RecordedBody.Empty;

    /// <summary>The HTTP version of the response. <see langword="null"/> if the cassette does not say; HTTP/1.1 is then played.</summary>
    public Version? HttpVersion { get; init; }

    /// <summary>The trailers after the body (RFC 9110, section 6.5). Empty by default.</summary>
    public RecordedHeaders Trailers { get; init; } = RecordedHeaders.Empty;

    /// <summary>
    /// The chunks in which the body arrived. Their lengths add up to that of the body. Empty by default: the body is then
    /// played in one piece.
    /// </summary>
    public IReadOnlyList<RecordedChunk> Chunks
    {
        get => _chunks;
        init => _chunks = value.Count == 0 ? EquatableList<RecordedChunk>.Empty : new(value);
    }

    /// <summary>
    /// How the request failed; <see langword="null"/> if it did not. <see cref="StatusCode"/> is then 0, unless the headers had
    /// arrived and only the body broke off.
    /// </summary>
    public RecordedFailure? Failure { get; init; }

    /// <summary>
    /// The chunks, if their lengths add up to that of the body; otherwise none. A hook may change one and not the other.
    /// </summary>
    internal IReadOnlyList<RecordedChunk> FittingChunks =>
        Chunks.Count == 0 || Chunks.Sum(chunk => (long)chunk.Length) == Body.Bytes.Length ? Chunks : [];

    internal UnknownMembers Unknown { get; init; } = UnknownMembers.None;

    internal UnknownMembers UnknownInStatus { get; init; } = UnknownMembers.None;
}
