using Betamax.Cassettes;

namespace Betamax;

/// <summary>A request as it stands on a cassette, or as it is compared with one.</summary>
/// <param name="Method">The HTTP method, as it was written: <c>GET</c> (VCR's cassettes have <c>get</c>).</param>
/// <param name="Uri">The absolute URI that was asked for, as it was written.</param>
public sealed record RecordedRequest(string Method, string Uri)
{
    /// <summary>The headers, those of the content among them. Empty by default.</summary>
    public RecordedHeaders Headers { get; init; } = RecordedHeaders.Empty;

    /// <summary>The body. Empty by default, never <see langword="null"/>.</summary>
    public RecordedBody Body { get; init; } = RecordedBody.Empty;

    internal UnknownMembers Unknown { get; init; } = UnknownMembers.None;
}
