namespace Betamax.Interop.Tests.Exchanges;

/// <summary>One request, in a form that both languages can send. It is what the worker reads as JSON, too.</summary>
internal sealed record Step(string Method, string Uri)
{
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary><see langword="null"/> = no body at all.</summary>
    public byte[]? Body { get; init; }

    /// <summary>User and password for digest authentication, which takes a second request.</summary>
    public string[]? Digest { get; init; }

    /// <summary>Whether the response is read as a stream, piece by piece.</summary>
    public bool Stream { get; init; }
}
