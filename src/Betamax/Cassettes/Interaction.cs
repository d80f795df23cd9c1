using Betamax.Cassettes;

namespace Betamax;

/// <summary>One request and the response to it, as they stand on a cassette.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Response">What came back.</param>
/// <param name="RecordedAt">
/// When it was recorded: UTC, to the second, as the format has it. <see langword="null"/> where the cassette does not say.
/// </param>
public sealed record Interaction(RecordedRequest Request, RecordedResponse Response, DateTimeOffset? RecordedAt = null)
{
    internal UnknownMembers Unknown { get; init; } = UnknownMembers.None;
}
