namespace Betamax.Interop.Tests.Exchanges;

/// <summary>One request, in a form that both languages can send. The Python worker reads it as JSON.</summary>
internal sealed record Step(string Method, string Uri)
{
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary><see langword="null"/> if there is no body.</summary>
    public byte[]? Body { get; init; }

    /// <summary>User and password for digest authentication, which needs a second request.</summary>
    public string[]? Digest { get; init; }

    /// <summary>Whether the response is read as a stream, in pieces.</summary>
    public bool Stream { get; init; }
}
