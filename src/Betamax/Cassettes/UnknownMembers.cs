namespace Betamax.Cassettes;

/// <summary>
/// The members of one JSON object that the format does not name. They belong to somebody else and are written back
/// where they stood: behind the known member that they followed.
/// </summary>
internal sealed class UnknownMembers(IReadOnlyList<UnknownMember> members)
{
    public static readonly UnknownMembers None = new([]);

    public IReadOnlyList<UnknownMember> All => members;
}

/// <param name="After">The known member that it follows; <see langword="null"/> = it stands before all of them.</param>
/// <param name="Name">Its key.</param>
/// <param name="Json">Its value, as it was written.</param>
internal sealed record UnknownMember(string? After, string Name, ReadOnlyMemory<byte> Json);
