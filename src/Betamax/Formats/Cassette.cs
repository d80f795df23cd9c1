using Betamax.Cassettes;

namespace Betamax;

/// <summary>
/// A cassette as data: interactions in the order in which they were sent. Immutable; it knows nothing of recorders.
/// </summary>
/// <remarks>The format is that of Python Betamax, and a cassette can be loaded from and saved to a file or a stream.</remarks>
public sealed partial class Cassette
{
    /// <summary>Makes a cassette of interactions.</summary>
    /// <param name="interactions">The interactions, in their order.</param>
    /// <param name="recordedWith">
    /// What recorded them, such as <c>betamax/0.9.0</c>. <see langword="null"/> = this library, once it is saved.
    /// </param>
    public Cassette(IEnumerable<Interaction> interactions, string? recordedWith = null)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        Interactions = [.. interactions];
        RecordedWith = recordedWith;
    }

    /// <summary>The interactions, in the order in which their requests were sent.</summary>
    public IReadOnlyList<Interaction> Interactions { get; }

    /// <summary>What recorded the cassette: a name and a version. <see langword="null"/> where it does not say.</summary>
    public string? RecordedWith { get; }

    internal UnknownMembers Unknown { get; init; } = UnknownMembers.None;
}
