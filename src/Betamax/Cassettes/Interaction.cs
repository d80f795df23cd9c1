using Betamax.Cassettes;

namespace Betamax;

/// <summary>A recording: one request and the response to it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Response">The response.</param>
/// <param name="RecordedAt">
/// When it was recorded: UTC, to the second, as the format has it. <see langword="null"/> if the cassette does not say.
/// </param>
public sealed record Interaction(RecordedRequest Request, RecordedResponse Response, DateTimeOffset? RecordedAt = null)
{
    internal UnknownMembers Unknown { get; init; } = UnknownMembers.None;
}
