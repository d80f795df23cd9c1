namespace Betamax.Cassettes;

/// <summary>What few responses have, in one place, so that the others have room for none of it.</summary>
internal sealed record RareParts
{
    public static readonly RareParts None = new();

    public Version? HttpVersion { get; init; }

    public RecordedHeaders Trailers { get; init; } = RecordedHeaders.Empty;

    public ValueList<RecordedChunk> Chunks { get; init; } = new([]);

    public RecordedFailure? Failure { get; init; }

    public UnknownMembers Unknown { get; init; } = UnknownMembers.None;

    public UnknownMembers UnknownInStatus { get; init; } = UnknownMembers.None;
}
