using Betamax.Interop.Tests.Exchanges;

namespace Betamax.Interop.Tests.Scenarios;

/// <summary>Requests that one client sends one after the other, with shared cookies.</summary>
/// <param name="Name">The name that the test shows.</param>
/// <param name="Steps">
/// The requests. Their URIs are paths on the server; <c>{server}</c> stands for its address.
/// </param>
internal sealed record Scenario(string Name, params Step[] Steps)
{
    /// <summary>
    /// Whether Python Betamax only keeps the body with <c>preserve_exact_body_bytes</c>. By default it decodes every body that is
    /// not gzip as text, and replaces what it cannot decode.
    /// </summary>
    public bool NeedsExactBytesInPython { get; init; }

    /// <summary>Whether the server answers differently each time, so that two live runs cannot be compared.</summary>
    public bool Varies { get; init; }

    /// <summary>The requests, addressed to a server.</summary>
    public Step[] At(string server) => [.. Steps.Select(step => step with
    {
        Uri = server + step.Uri.Replace("{server}", server, StringComparison.Ordinal),
        Headers = new(step.Headers)
        {
            ["User-Agent"] = "interop",
            ["Accept"] = step.Headers.GetValueOrDefault("Accept", "*/*"),
        },
    })];

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}
