using static Betamax.Interop.Tests.Scenarios.Request;

namespace Betamax.Interop.Tests.Scenarios;

/// <summary>Scenarios with different response bodies: coding, charset, type, size and timing.</summary>
internal static class BodyScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("gzip", Get("/gzip")),
        new("deflate", Get("/deflate")) { NeedsExactBytesInPython = true },
        new("brotli", Get("/brotli")) { NeedsExactBytesInPython = true },
        new("gzip read as a stream", Streamed("/gzip")),
        new("png", Get("/image/png")) { NeedsExactBytesInPython = true },
        new("jpeg", Get("/image/jpeg")) { NeedsExactBytesInPython = true },
        new("webp", Get("/image").With("Accept", "image/webp")) { NeedsExactBytesInPython = true },
        new("svg", Get("/image/svg")),
        new("xml", Get("/xml")),
        new("html", Get("/html")),
        new("robots.txt", Get("/robots.txt")),
        new("UTF-8", Get("/encoding/utf8")),
        new("UTF-8 with a byte-order mark", Get("/interop/utf8-bom")),
        new("UTF-16", Get("/interop/utf16")),
        new("Latin-1", Get("/interop/latin1")),
        new("Latin-1 that says nothing of it", Get("/interop/latin1-undeclared")),
        new("windows-1252", Get("/interop/windows-1252")),
        new("big JSON with emoji and control characters", Get("/interop/big-json")),
        new("JSON with surrogate-pair escapes", Get("/interop/escaped-json")),
        new("all bytes", Get("/interop/all-bytes")) { NeedsExactBytesInPython = true },
        new("no content type", Get("/interop/untyped")) { NeedsExactBytesInPython = true },
        new("random bytes", Get("/bytes/1024?seed=3")) { NeedsExactBytesInPython = true },
        new("stream of lines", Get("/stream/5")) { Varies = true }, // echoes the request's headers in order
        new("stream of lines read as a stream", Streamed("/stream/5")) { Varies = true },
        new("stream of bytes", Streamed("/stream-bytes/5000?seed=1&chunk_size=100")) { NeedsExactBytesInPython = true },
        new("drip", Streamed("/drip?duration=0.1&numbytes=10&delay=0")),
        new("server-sent events", Streamed("/interop/events")),
    ];
}
