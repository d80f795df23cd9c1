using static Betamax.Interop.Tests.Scenarios.Request;

namespace Betamax.Interop.Tests.Scenarios;

/// <summary>Scenarios with different redirects, cookies, statuses and headers.</summary>
internal static class ProtocolScenarios
{
    private const string Text = "text/plain";

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("redirects", Get("/redirect/3")),
        new("relative redirects", Get("/relative-redirect/2")),
        new("absolute redirects", Get("/absolute-redirect/2")),
        new("redirect to a full URI", Get("/redirect-to?url={server}/get%3Fpage=2")),
        new("redirect 301", Get("/redirect-to?url=/get&status_code=301")),
        new("redirect 303", Get("/redirect-to?url=/get&status_code=303")),
        new("redirect 307", Get("/redirect-to?url=/get&status_code=307")),
        new("redirect 308", Get("/redirect-to?url=/get&status_code=308")),
        new("post redirected to get by 301", Post("/redirect-to?url=/anything&status_code=301", Text, "once")),
        new("post redirected to get by 302", Post("/redirect-to?url=/anything&status_code=302", Text, "once")),
        new("post redirected to get by 303", Post("/redirect-to?url=/anything&status_code=303", Text, "once")),
        new("post redirected as post by 307", Post("/redirect-to?url=/anything&status_code=307", Text, "twice")),
        new("post redirected as post by 308", Post("/redirect-to?url=/anything&status_code=308", Text, "twice")),
        new("cookies set on a redirect", Get("/cookies/set?a=1&b=2")),
        new(
            "cookies set, sent and deleted",
            Get("/cookies/set/first/1"),
            Get("/interop/cookies"),
            Get("/cookies"),
            Get("/cookies/delete?first"),
            Get("/cookies")),
        new("201", Get("/status/201")),
        new("204", Get("/status/204")),
        new("400", Get("/status/400")),
        new("404", Get("/status/404")),
        new("418", Get("/status/418")),
        new("500", Get("/status/500")),
        new("reason phrase of its own", Get("/interop/odd-reason")),
        new("headers that come twice or empty", Get("/interop/repeated-headers")),
        new("headers in upper and lower case", Get("/response-headers?X-Upper=A&x-lower=b")),
        new("range", Get("/range/100").With("Range", "bytes=10-19")),
        new("range that cannot be", Get("/range/100").With("Range", "bytes=900-950")),
        new("etag", Get("/etag/abc")),
        new("304 by etag", Get("/etag/abc").With("If-None-Match", "abc")),
        new("304 by date", Get("/cache").With("If-Modified-Since", "Wed, 01 Jan 2020 00:00:00 GMT")),
        new("cache control", Get("/cache/60")),
        new("one URI, another answer each time", Get("/uuid"), Get("/uuid"), Get("/uuid")) { Varies = true },
    ];
}
