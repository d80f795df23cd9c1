using Betamax.Secrets;

namespace Betamax.Tests.Secrets;

public sealed class RedactionCostTests
{
    // The iterators over headers, and the list of changes. A copy of a body would add 2 KiB.
    private const int MostBytes = 3072;

    [Fact]
    public void Redacting_an_interaction_without_secrets_copies_nothing()
    {
        var secrets = new SecretFilter([], Redaction.Default);
        var scan = new LeakScan([], []);
        var interaction = Ordinary();
        Look();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++)
        {
            Look();
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 10, 0, MostBytes);

        void Look() => Assert.Empty(scan.Find(secrets.Hide(interaction)));
    }

    private static Interaction Ordinary()
    {
        var headers = new RecordedHeaders(
        [
            new("Content-Type", ["application/json; charset=utf-8"]), new("Date", ["Mon, 23 Nov 2026 01:01:55 GMT"]),
            new("Server", ["nginx/1.25.3"]), new("ETag", ["W/\"a18e1d4f5b6c7d8e9f00112233445566\""]),
            new("Cache-Control", ["private, max-age=60, s-maxage=60"]), new("Vary", ["Accept, Accept-Encoding"]),
            new("X-RateLimit-Remaining", ["4999"]), new("Link", ["<https://api.example/items?page=2>; rel=\"next\""]),
            new("Strict-Transport-Security", ["max-age=31536000; includeSubdomains"]), new("Connection", ["keep-alive"]),
        ]);
        var item = """{"id":1001,"name":"an item","url":"https://api.example/items/1","created_at":"2026-01-02T03:04:05Z","tags":["a","b"]}""";
        var body = RecordedBody.FromText($"[{string.Join(',', Enumerable.Repeat(item, 2048 / item.Length))}]");
        var request = new RecordedRequest("POST", "https://api.example/items?page=1") { Headers = headers, Body = body };
        return new(request, new RecordedResponse(200, "OK", request.Uri) { Headers = headers, Body = body });
    }
}
