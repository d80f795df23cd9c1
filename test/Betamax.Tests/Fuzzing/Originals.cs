using System.Text;
using Betamax.Formats;
using Betamax.Tests.Formats;
using Betamax.Tests.Recorded;

namespace Betamax.Tests.Fuzzing;

/// <summary>The files that are edited.</summary>
internal static class Originals
{
    private const int Most = 20_000;

    private const string EveryKey = """
        {"first": [1, {}], "http_interactions": [
        {"request": {"body": {"encoding": "utf-8", "string": "h\u00e9\ud83d\ude00"}, "headers": {"Accept": ["*/*", "x"], "b": "c"}, "method": "GET",
        "uri": "http://a.test/x?q=1#f"}, "response": {"body": {"encoding": "latin-1", "base64_string": "AP8=", "string": "é"}, "headers": {"Location": ["/y"]},
        "status": {"code": 200, "message": "OK", "x": 1e5}, "url": "http://a.test/y", "http_version": "2.0", "trailers": {"T": ["1", "2"]},
        "chunks": ["1@10", "1@20"], "failure": {"after": 10, "errors": [{"type": "HttpIOException", "message": "m (ResponseEnded)", "code": "ResponseEnded"}]}},
        "recorded_at": "2013-09-28T01:25:38Z"},
        {"request": {"headers": {}, "method": "get", "uri": "v"}, "response": {"status_code": 404, "headers": {"\u00e9": []}, "body": "old"}},
        {"request": {"body": {"encoding": "utf-8", "string": "{\"a\": [1, {\"token\": \"x\"}], \"b\": \"AP8=\"}"}, "headers": {"Content-Type": "application/json",
        "Authorization": "Digest username=\"a\", realm=\"b\", cnonce=\"c\""}, "method": "POST", "uri": "http://a.test/json"}, "response": {"status": {"code": 0,
        "message": null}, "headers": {}, "body": null, "failure": {"after": 5, "errors": [{"type": "TaskCanceledException", "message": "m"}]}}},
        {"request": {"body": {"encoding": "utf-8", "string": "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n"},
        "headers": {"Content-Type": "multipart/form-data; boundary=x"}, "method": "POST", "uri": "http://a.test/form"}, "response": {"status": {"code": 301,
        "message": "Moved"}, "headers": {"Location": "http://a.test/json", "Set-Cookie": "a=b; Path=/", "Content-Encoding": "gzip", "Content-Length": "28"},
        "body": {"encoding": null, "base64_string": "H4sIAAAAAAAAA0vMTU3MKUotBgBGR1yWCAAAAA=="}}},
        {"request": {"body": "a=b&password=c&d=%20", "headers": {"Content-Type": "application/x-www-form-urlencoded"}, "method": "POST", "uri": "http://a.test/form"},
        "response": {"status": {"code": 200}, "headers": {}, "body": "<AUTH>"}}], "recorded_with": null}
        """;

    public static IReadOnlyList<byte[]> Cassettes { get; } =
    [
        Encoding.UTF8.GetBytes(EveryKey),
        Encoding.UTF8.GetBytes(EveryKey),
        .. Directory.GetFiles(RecordedFile.Folder, "*.json").Order().Select(File.ReadAllBytes),
        .. (RealCassettes.FindIfAny() ?? []).Order().Select(File.ReadAllBytes).Where(bytes => bytes.Length <= Most),
    ];

    public static IReadOnlyList<byte[]> Journals { get; } =
        [.. Cassettes.SelectMany(bytes => new[] { Journal("append complete", bytes), Journal("replace unfinished", bytes) })];

    private static byte[] Journal(string header, byte[] cassette)
    {
        using var journal = new MemoryStream();
        journal.Write(Encoding.ASCII.GetBytes($"betamax-journal 1 {header}\n"));
        foreach (var (interaction, index) in CassetteText.Read(cassette, path: null).Interactions.Select((one, index) => (one, index)))
        {
            journal.Write(Encoding.ASCII.GetBytes($"{index} "));
            new InteractionLineWriter(journal.Write).Write(interaction);
        }

        return journal.ToArray();
    }
}
