using Betamax.Tests.House;
using Betamax.Tests.Recorded;
using NJsonSchema;

namespace Betamax.Tests.Formats;

/// <summary>docs/cassette.schema.json accepts what the reader reads and what the writer writes.</summary>
public sealed class CassetteSchemaTests
{
    [Fact]
    public async Task All_real_cassettes_fit_it()
    {
        var schema = await Schema();
        foreach (var path in RealCassettes.Find())
        {
            Assert.Empty(schema.Validate(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)));
        }
    }

    [Fact]
    public async Task What_Python_and_Ruby_wrote_fits_it()
    {
        var schema = await Schema();
        foreach (var path in Directory.GetFiles(RecordedFile.Folder, "*.json"))
        {
            Assert.Empty(schema.Validate(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)));
        }
    }

    [Fact]
    public async Task A_cassette_with_every_key_fits_it()
    {
        var failure = new RecordedFailure(TimeSpan.FromSeconds(1), [new("HttpIOException", "It ended.", "ResponseEnded"), new("IOException", "Why.")]);
        var everything = new Cassette(
        [
            new(
                new("POST", "http://a.test/") { Body = RecordedBody.FromBytes(new byte[] { 1, 2 }), Headers = new RecordedHeaders([new("A", ["1", "2"])]) },
                new(200, "OK", "http://a.test/")
                {
                    Body = RecordedBody.FromText("abc"),
                    HttpVersion = new(2, 0),
                    Trailers = new RecordedHeaders([new("x-checked", ["fine"])]),
                    Chunks = [new(1, TimeSpan.Zero), new(2, TimeSpan.FromSeconds(1))],
                    Failure = failure,
                },
                DateTimeOffset.UnixEpoch.AddYears(50)),
            new(new("GET", "http://a.test/"), new(0, null, "http://a.test/") { Failure = failure }),
        ]);

        Assert.Empty((await Schema()).Validate(CassetteText.Save(everything)));
    }

    [Theory]
    [InlineData("""{"body": null, "headers": {}, "method": "get", "uri": "u"}""", """{"headers": {"A": "bare"}, "status_code": 200}""")]
    [InlineData("""{"headers": {}, "method": "GET", "uri": "u"}""", """{"body": "bare", "headers": {}, "status": {"code": 200, "message": null}, "url": null}""")]
    [InlineData(CassetteText.Request, """{"body": {"encoding": null, "string": "", "base64_string": "AA=="}, "headers": {}, "status": {"code": 200}, "http_version": null, "adapter_metadata": {}}""")]
    public async Task It_accepts_the_shapes_that_the_reader_accepts(string request, string response)
    {
        var cassette = CassetteText.Create(request, response);

        Assert.Single(CassetteText.Read(cassette).Interactions);
        Assert.Empty((await Schema()).Validate(cassette));
    }

    [Theory]
    [InlineData("\"method\": \"GET\"", "\"method\": null")]
    [InlineData("\"method\": \"GET\", ", "")]
    [InlineData("\"uri\": \"http://a.test/\"", "\"uri\": 5")]
    [InlineData("\"headers\": {}", "\"headers\": null")]
    [InlineData("\"headers\": {}", "\"headers\": {\"A\": [5]}")]
    [InlineData("\"body\": \"\"", "\"body\": 5")]
    [InlineData("\"body\": \"\"", "\"body\": {\"string\": 5}")]
    [InlineData("\"status\": {\"code\": 200, \"message\": \"OK\"}, ", "")]
    [InlineData("\"code\": 200", "\"code\": 1000")]
    [InlineData("\"code\": 200", "\"code\": \"200\"")]
    [InlineData("\"url\": \"http://a.test/\"", "\"url\": 5")]
    [InlineData("\"status\"", "\"chunks\": [\"0@1\"], \"status\"")]
    [InlineData("\"status\"", "\"failure\": {\"errors\": []}, \"status\"")]
    [InlineData("\"status\"", "\"failure\": {\"errors\": [{\"message\": \"m\"}]}, \"status\"")]
    [InlineData("\"http_interactions\"", "\"interactions\"")]
    public async Task It_rejects_what_the_reader_rejects(string piece, string broken)
    {
        var cassette = CassetteText.Create().Replace(piece, broken, StringComparison.Ordinal);
        Assert.NotEqual(CassetteText.Create(), cassette);

        _ = CassetteText.Fault(cassette);
        Assert.NotEmpty((await Schema()).Validate(cassette));
    }

    [Fact]
    public async Task It_rejects_a_key_in_a_body_that_Python_cannot_read() =>
        Assert.NotEmpty((await Schema()).Validate(CassetteText.Create(
            CassetteText.Request, """{"body": {"string": "", "chunks": []}, "headers": {}, "status": {"code": 200}}""")));

    private static Task<JsonSchema> Schema() =>
        JsonSchema.FromFileAsync(SourceTree.FindOrSkip().PathOf("docs/cassette.schema.json"), TestContext.Current.CancellationToken);
}
