using Betamax.Cassettes;

namespace Betamax;

/// <summary>A recorded request, or a live one that is compared with a recorded one.</summary>
/// <param name="Method">The HTTP method as written: <c>GET</c>, or <c>get</c> on cassettes of VCR.</param>
/// <param name="Uri">The absolute URI as written.</param>
public sealed record RecordedRequest(string Method, string Uri)
{
    /// <summary>The headers, those of the content included. Empty by default.</summary>
    public RecordedHeaders Headers { get; init; } = RecordedHeaders.Empty;

    /// <summary>The body. Empty by default.</summary>
    public RecordedBody Body { get; init; } = RecordedBody.Empty;

    internal UnknownMembers Unknown { get; init; } = UnknownMembers.None;
}
