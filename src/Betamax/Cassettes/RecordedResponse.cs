using Betamax.Cassettes;

namespace Betamax;

/// <summary>A response as it stands on a cassette.</summary>
/// <param name="StatusCode">The HTTP status code, from 0 to 999.</param>
/// <param name="ReasonPhrase">The text beside the status code; <see langword="null"/> where the cassette has none.</param>
/// <param name="Url">Where the response came from: the request's URI, unless a redirect was followed.</param>
public sealed record RecordedResponse(int StatusCode, string? ReasonPhrase, string Url)
{
    /// <summary>The headers, those of the content among them. Empty by default.</summary>
    public RecordedHeaders Headers { get; init; } = RecordedHeaders.Empty;

    /// <summary>The body. Empty by default, never <see langword="null"/>.</summary>
    public RecordedBody Body { get; init; } = RecordedBody.Empty;

    internal UnknownMembers Unknown { get; init; } = UnknownMembers.None;

    internal UnknownMembers UnknownInStatus { get; init; } = UnknownMembers.None;
}
