using System.Net;

namespace Betamax.Tests.AsLive;

/// <summary>The handlers of a client: without a recorder, and with one.</summary>
internal sealed record Wiring(string Name, Func<HttpMessageHandler> Bare, Func<Recorder, HttpMessageHandler> Recorded)
{
    /// <summary>The handler of <see cref="Recorder.CreateClient"/>, and the handler it corresponds to.</summary>
    public static Wiring Own { get; } = new(
        "own",
        () => new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All },
        recorder => recorder.CreateHandler());

    public static IReadOnlyList<Wiring> All { get; } =
    [
        Own,
        Brought("defaults", () => new SocketsHttpHandler()),
        Brought("decompressing", () => new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }),
        Brought("gzip only", () => new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip }),
        Brought("no redirects", () => new SocketsHttpHandler { AllowAutoRedirect = false }),
        Brought("no cookies", () => new SocketsHttpHandler { UseCookies = false }),
        Brought("HttpClientHandler", () => new HttpClientHandler { MaxAutomaticRedirections = 3 }),
        Brought("below another", () => new Outer(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All })),
    ];

    /// <summary>A caller-supplied handler, alone and inside a recorder's handler.</summary>
    public static Wiring Brought(string name, Func<HttpMessageHandler> handler) =>
        new(name, handler, recorder => recorder.CreateHandler(handler()));

    private sealed class Outer(HttpMessageHandler inner) : DelegatingHandler(inner);
}
