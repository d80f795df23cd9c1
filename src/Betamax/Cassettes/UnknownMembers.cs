namespace Betamax.Cassettes;

/// <summary>
/// The members of one JSON object that the format does not know. They are written back after the known member that they
/// followed. Compared by value.
/// </summary>
internal sealed class UnknownMembers(IReadOnlyList<UnknownMember> members) : IEquatable<UnknownMembers>
{
    public static readonly UnknownMembers None = new([]);

    public IReadOnlyList<UnknownMember> All => members;

    public bool IsEmpty => members.Count == 0;

    public bool Equals(UnknownMembers? other) => other is not null && All.SequenceEqual(other.All);

    public override bool Equals(object? obj) => Equals(obj as UnknownMembers);

    public override int GetHashCode() => All.Aggregate(0, HashCode.Combine);
}
