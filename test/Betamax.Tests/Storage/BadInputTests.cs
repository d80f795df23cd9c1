namespace Betamax.Tests.Storage;

/// <summary>If a file cannot be read or written, the error says where, and the file is unchanged.</summary>
public sealed class BadInputTests
{
    private const string Good = """
        {"http_interactions": [
          {"request": {"body": {"encoding": "utf-8", "string": ""}, "headers": {}, "method": "GET", "uri": "http://localhost/"},
           "response": {"body": {"encoding": "utf-8", "string": "x"}, "headers": {}, "status": {"code": 200, "message": "OK"}, "url": "http://localhost/"},
           "recorded_at": "2013-09-28T01:25:38"}
        ], "recorded_with": "betamax/0.8.1"}
        """;

    public static TheoryData<string, string, string, int?, long> Broken => new()
    {
        { "no JSON at all", "pending", "$", null, 1 },
        { "a truncated file", Good[..200], "$.http_interactions[0]", 0, 3 },
        { "no object", "[]", "$", null, 1 },
        { "no interactions", """{"recorded_with": "betamax"}""", "$", null, 1 },
        { "a number for a URI", Good.Replace("\"http://localhost/\"}", "5}"), "$.http_interactions[0].request.uri", 0, 2 },
        { "a list for a method", Good.Replace("\"GET\"", "[]"), "$.http_interactions[0].request.method", 0, 2 },
        { "a text for headers", Good.Replace("\"headers\": {}, \"method\"", "\"headers\": \"none\", \"method\""), "$.http_interactions[0].request.headers", 0, 2 },
        { "a text for a status code", Good.Replace("200", "\"200\""), "$.http_interactions[0].response.status.code", 0, 3 },
        { "an unknown charset", Good.Replace("\"encoding\": \"utf-8\", \"string\": \"x\"", "\"encoding\": \"utf-5\", \"string\": \"x\""), "$.http_interactions[0].response.body.encoding", 0, 3 },
        { "bad base64", Good.Replace("\"string\": \"x\"", "\"base64_string\": \"a$$=\""), "$.http_interactions[0].response.body.base64_string", 0, 3 },
        { "a time that is none", Good.Replace("2013-09-28T01:25:38", "yesterday"), "$.http_interactions[0].recorded_at", 0, 4 },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_cassette_is_an_error_that_names_the_place_and_is_unchanged(
        string what, string content, string jsonPath, int? interaction, long line)
    {
        using var library = new TemporaryLibrary();
        library.Write("a", content);
        var before = library.BytesOf("a");

        foreach (var mode in Enum.GetValues<RecordMode>())
        {
            var fault = Assert.Throws<CassetteFormatException>(() => library.Use("a", mode));

            Assert.StartsWith(jsonPath, fault.JsonPath, StringComparison.Ordinal);
            Assert.Equal((library.PathOf("a"), interaction, line), (fault.Path, fault.InteractionIndex, fault.LineNumber));
            Assert.Contains(library.PathOf("a"), fault.Message, StringComparison.Ordinal);
            Assert.Contains($"line {line}", fault.Message, StringComparison.Ordinal);
        }

        Assert.True(before.AsSpan().SequenceEqual(library.BytesOf("a")), what);
        Assert.Equal(["a.json"], library.Files);
    }

    [Fact]
    public async Task A_cassette_that_cannot_be_written_is_an_error_before_the_request_is_sent()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        File.WriteAllText(Path.Combine(library.Directory, "folder"), "a file where a directory should be");

        await using var recorder = library.Use("folder/a");
        var fault = await Assert.ThrowsAsync<CassetteStorageException>(() => recorder.GetAll(server.At("/")));

        Assert.StartsWith(library.PathOf("folder/a"), fault.Path, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_cassette_that_somebody_else_changes_meanwhile_is_not_overwritten_and_nothing_recorded_is_lost()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("a", RecordMode.Once, server.At("/x"));
        var recorder = library.Use("a", RecordMode.NewEpisodes);
        await recorder.GetAll(server.At("/y"));
        library.Write("a", Good);
        var edited = library.BytesOf("a");

        var fault = Assert.Throws<CassetteStorageException>(recorder.Eject);

        Assert.Equal(library.PathOf("a"), fault.Path);
        Assert.Equal(edited, library.BytesOf("a"));
        library.Use("a", RecordMode.NewEpisodes).Dispose();
        Assert.Equal(["x", "2"], library.Load("a").Interactions.Select(i => i.Response.Body.Text!));
        Assert.Equal(["a.json"], library.Files);
    }

    [Fact]
    public async Task A_second_recorder_of_the_same_cassette_gets_an_error()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await using var first = library.Use("a");
        await first.GetAll(server.At("/first"));
        await using var second = library.Use("a");

        var fault = await Assert.ThrowsAsync<CassetteStorageException>(() => second.GetAll(server.At("/second")));

        Assert.Contains("another recorder", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["GET /first"], server.Requests);
        first.Eject();
        Assert.Single(library.Load("a").Interactions);
    }
}
