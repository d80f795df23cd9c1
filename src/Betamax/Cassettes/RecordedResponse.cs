using Betamax.Cassettes;

namespace Betamax;

/// <summary>A response as it stands on a cassette.</summary>
/// <param name="StatusCode">The HTTP status code, from 0 to 999.</param>
/// <param name="ReasonPhrase">The text beside the status code; <see langword="null"/> where the cassette has none.</param>
/// <param name="Url">Where the response came from: the request's URI, unless a redirect was followed.</param>
public sealed record RecordedResponse(int StatusCode, string? ReasonPhrase, string Url)
{
    private readonly RareParts _rare = RareParts.None;

    /// <summary>The headers, those of the content among them. Empty by default.</summary>
    public RecordedHeaders Headers { get; init; } = RecordedHeaders.Empty;

    /// <summary>The body. Empty by default, never <see langword="null"/>.</summary>
    public RecordedBody Body { get; init; } = RecordedBody.Empty;

    /// <summary>The version of HTTP with which it came; <see langword="null"/> = the cassette does not say: HTTP/1.1.</summary>
    public Version? HttpVersion
    {
        get => _rare.HttpVersion;
        init => _rare = value == HttpVersion ? _rare : _rare with { HttpVersion = value };
    }

    /// <summary>The trailer fields behind the body (RFC 9110, section 6.5). Empty by default.</summary>
    public RecordedHeaders Trailers
    {
        get => _rare.Trailers;
        init => _rare = ReferenceEquals(value, Trailers) ? _rare : _rare with { Trailers = value };
    }

    /// <summary>
    /// The parts in which the body arrived, which add up to its length; empty = in one piece, or nobody has kept them.
    /// </summary>
    public IReadOnlyList<RecordedChunk> Chunks
    {
        get => _rare.Chunks;
        init => _rare = value.Count == 0 && Chunks.Count == 0 ? _rare : _rare with { Chunks = new(value) };
    }

    /// <summary>
    /// How the request failed, if it did. The status code is then 0, unless the headers had come and only the body broke off.
    /// </summary>
    public RecordedFailure? Failure
    {
        get => _rare.Failure;
        init => _rare = ReferenceEquals(value, Failure) ? _rare : _rare with { Failure = value };
    }

    /// <summary>The parts, if they are those of this body: somebody may have changed the one and not the other.</summary>
    internal IReadOnlyList<RecordedChunk> FittingChunks =>
        Chunks.Count == 0 || Chunks.Sum(chunk => (long)chunk.Length) == Body.Bytes.Length ? Chunks : RareParts.None.Chunks;

    /// <summary>Whether it has nothing but what all responses have.</summary>
    internal bool IsPlain => ReferenceEquals(_rare, RareParts.None);

    internal UnknownMembers Unknown { get => _rare.Unknown; init => _rare = Keeping(value, UnknownInStatus); }

    internal UnknownMembers UnknownInStatus { get => _rare.UnknownInStatus; init => _rare = Keeping(Unknown, value); }

    private RareParts Keeping(UnknownMembers unknown, UnknownMembers unknownInStatus) =>
        unknown == Unknown && unknownInStatus == UnknownInStatus
            ? _rare
            : _rare with { Unknown = unknown, UnknownInStatus = unknownInStatus };
}
