using Betamax.Interop.Tests.Exchanges;

namespace Betamax.Interop.Tests.Scenarios;

/// <summary>Requests that one client sends one after the other, with one jar of cookies.</summary>
/// <param name="Name">What a test's name shows.</param>
/// <param name="Steps">
/// The requests. Their URIs are paths on the server, in which <c>{server}</c> stands for its address.
/// </param>
internal sealed record Scenario(string Name, params Step[] Steps)
{
    /// <summary>
    /// Whether Python Betamax keeps it only under <c>preserve_exact_body_bytes</c>: by default it decodes every body
    /// that is not gzip as text, and replaces what is none.
    /// </summary>
    public bool NeedsExactBytesInPython { get; init; }

    /// <summary>Whether the server answers differently each time, so that two live runs cannot be compared.</summary>
    public bool Varies { get; init; }

    /// <summary>The requests, made out to a server.</summary>
    public Step[] At(string server) => [.. Steps.Select(step => step with
    {
        Uri = server + step.Uri.Replace("{server}", server, StringComparison.Ordinal),
        Headers = new(step.Headers)
        {
            ["User-Agent"] = "interop",
            ["Accept"] = step.Headers.GetValueOrDefault("Accept", "*/*"),
        },
    })];

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
