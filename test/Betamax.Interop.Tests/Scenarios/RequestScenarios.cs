using System.Text;
using static Betamax.Interop.Tests.Scenarios.Request;

namespace Betamax.Interop.Tests.Scenarios;

/// <summary>Scenarios with different requests: methods, URIs and bodies.</summary>
internal static class RequestScenarios
{
    private const string Echo = "/interop/echo";
    private const string Binary = "application/octet-stream";
    private const string Form = "application/x-www-form-urlencoded";
    private const string Latin1 = "text/plain; charset=iso-8859-1";
    private const string Json = "application/json";

    private static readonly byte[] AllBytes = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];

    private static readonly byte[] Upload =
    [
        .. """
            --edge
            Content-Disposition: form-data; name="title"

            Grüße 😀
            --edge
            Content-Disposition: form-data; name="file"; filename="all.bin"
            Content-Type: application/octet-stream


            """.ReplaceLineEndings("\r\n").Select(char.ToString).SelectMany(Encoding.UTF8.GetBytes),
        .. AllBytes,
        .. "\r\n--edge--\r\n"u8,
    ];

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("get", Get("/get")),
        new("query with several values", Get("/get?tag=a&tag=b&empty=&bare&plus=a+b&percent=100%25&amp=%26")),
        new("query in percent-encoded UTF-8", Get("/get?name=M%C3%BCller&city=%E6%9D%B1%E4%BA%AC")),
        new("query and path that the client encodes", Get("/anything/a b|c/Zürich?q=é ü&set=[1]&group={2}")),
        new("path with reserved characters", Get("/anything/a:b@c,d;e=f!g$h(i)*j'k~l")),
        new("post of JSON", Post("/post", Json, """{"name": "Zoë", "emoji": "😀", "odd": "\u0001\"", "price": 1.10}""")),
        new("post of a form", Post("/post", Form, "name=Zo%C3%AB&tag=a&tag=b&empty=")),
        new("post of an upload", Send("POST", "/post", "multipart/form-data; boundary=edge", Upload)),
        new("post of all bytes", Send("POST", Echo, Binary, AllBytes)) { NeedsExactBytesInPython = true },
        new("post of Latin-1", Send("POST", Echo, Latin1, Encoding.Latin1.GetBytes("façade"))),
        new("post of nothing", new Exchanges.Step("POST", "/post")),
        new("two posts to one URI", Post("/post", Json, """{"id": 1}"""), Post("/post", Json, """{"id": 2}""")),
        new("put", Send("PUT", "/put", Json, [.. "[1, 2, 3]"u8])),
        new("patch", Send("PATCH", "/patch", "application/merge-patch+json", [.. "{}"u8])),
        new("delete", new Exchanges.Step("DELETE", "/delete")) { Varies = true }, // one client sends Content-Length: 0
        new("delete with a body", Send("DELETE", "/delete", Json, [.. """{"why": "old"}"""u8])),
        new("options", new Exchanges.Step("OPTIONS", "/get")),
        new("head", Head("/get")),
        new("head of a picture", Head("/image/png")),
        new("head of a compressed response", Head("/gzip")),
        new("basic authentication", Get("/basic-auth/user/pass").With("Authorization", "Basic dXNlcjpwYXNz")),
        new("basic authentication refused", Get("/basic-auth/user/pass")),
        new("bearer token", Get("/bearer").With("Authorization", "Bearer abc.def")),
        new("digest authentication", GetWithDigest("/digest-auth/auth/user/pass", "user", "pass")) { Varies = true },
        new("digest with SHA-256", GetWithDigest("/digest-auth/auth/u/p/SHA-256", "u", "p")) { Varies = true },
    ];
}
