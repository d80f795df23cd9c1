using System.Text;

namespace Betamax.Tests.Formats;

/// <summary>A stream is read to its end, however many bytes each read returns and whatever length it claims.</summary>
public sealed class StreamedCassetteTests
{
    private static readonly int[] PieceLengths = [1, 2, 3, 7, 64, 1000, 4096, 100_000];

    private static readonly string Uri = "http://a.test/" + new string('x', 120);

    private static readonly string Everything = CassetteText.Create(
        request: """
            {"body": {"encoding": null, "string": "a\u00e9\ud83d\ude00\\\"\n\/é€😀", "base64_string": "AAE\nCAw\u003d="}, "headers": {"X\t": "é", "Y": ["a", "\u0041\\"], "Z": []},
             "x": [1.5e3, -0, true, null, {"deep": [[{}]], "n": 12345678901234567890}], "method": "GET", "uri": "http://a.test/?é"}
            """,
        response: """
            {"body": "bare\r\n", "headers": {}, "status": {"code": 200 , "message": null, "y": "€"}, "http_version": "2.0",
             "chunks": ["6@130"], "trailers": {"T": ["1"]}, "url": "http://a.test/?é"}
            """,
        more: """, "recorded_at": "2013-09-28T01:25:38.123Z", "z": 0""");

    [Fact]
    public void A_cassette_is_the_same_however_its_stream_is_read()
    {
        foreach (var text in (string[])[Everything, Everything.Replace("\n", "\r\n", StringComparison.Ordinal), "\uFEFF" + Everything, Many(40)])
        {
            IsTheSame(Encoding.UTF8.GetBytes(text), PieceLengths);
        }
    }

    [Fact]
    public void Real_cassettes_are_the_same_however_their_stream_is_read()
    {
        foreach (var path in RealCassettes.Find())
        {
            var utf8 = File.ReadAllBytes(path);
            IsTheSame(utf8, [.. PieceLengths.Where(length => length >= utf8.Length / 2000)]);
        }
    }

    [Fact]
    public void A_stream_that_is_cut_off_is_not_a_cassette()
    {
        var utf8 = Encoding.UTF8.GetBytes(Everything);
        for (var length = 1; length < utf8.Length; length++)
        {
            Assert.Throws<CassetteFormatException>(() => CassetteText.Read(new DripStream(utf8[..length], 1 + (length % 9), utf8.Length)));
        }
    }

    [Theory]
    [InlineData("é", 0xE9)]
    [InlineData("€", 0xE2, 0x82)]
    [InlineData("😀", 0xF0, 0x9F, 0x98)]
    [InlineData("x", 0x80)]
    public void Half_of_a_character_is_not_UTF_8(string character, params int[] half)
    {
        var utf8 = Encoding.UTF8.GetBytes(CassetteText.Create(more: $", \"x\": \"<{character}\""));
        var at = utf8.AsSpan().IndexOf((byte)'<') + 1;
        byte[] bad = [.. utf8[..at], .. half.Select(one => (byte)one), .. utf8[(at + Encoding.UTF8.GetByteCount(character))..]];
        foreach (var length in PieceLengths)
        {
            Assert.Throws<CassetteFormatException>(() => CassetteText.Read(new DripStream(bad, length)));
            Assert.Throws<CassetteFormatException>(() => CassetteText.Read(new DripStream(bad[..(at + half.Length)], length)));
        }
    }

    [Fact]
    public void A_file_that_is_longer_than_it_was_when_it_was_opened_is_read_to_its_end()
    {
        var utf8 = Encoding.UTF8.GetBytes(Many(1000));

        CassetteText.AssertEqual(CassetteText.Read(utf8, null), CassetteText.Read(new DripStream(utf8, int.MaxValue, length: 10)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(150_000)]
    [InlineData(1_200_000)]
    [InlineData(3_000_000)]
    public void Bodies_of_any_length_are_read_next_to_one_another(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        var text = string.Concat(Enumerable.Range(0, length / 8).Select(i => $"\"é\n{i % 1000}\\"));
        var response = new RecordedResponse(200, null, "u");
        var cassette = new Cassette(new[] { RecordedBody.FromText("a"), RecordedBody.FromText(text), RecordedBody.FromBytes(bytes), RecordedBody.FromText("z") }
            .Select(body => new Interaction(new("GET", "u") { Body = body }, response with { Body = body })));

        IsTheSame(CassetteText.SaveBytes(cassette), [100_000, int.MaxValue]);
        CassetteText.AssertEqual(cassette, CassetteText.Read(new MemoryStream(CassetteText.SaveBytes(cassette))));
    }

    [Fact]
    public void Repeated_headers_and_a_url_that_equals_the_uri_share_an_instance()
    {
        var read = CassetteText.Read(new MemoryStream(Encoding.UTF8.GetBytes(Many(3))))!.Interactions;

        Assert.Same(read[0].Request.Headers, read[1].Request.Headers);
        Assert.NotEqual(read[0].Response.Headers, read[1].Response.Headers);
        Assert.Equal("2", read[2].Response.Headers["X"][0]);
        Assert.All(read, one => Assert.Same(one.Request.Uri, one.Response.Url));
    }

    [Fact]
    public void A_stream_that_is_longer_than_an_array_is_refused()
    {
        var fault = Assert.Throws<CassetteFormatException>(() => CassetteText.Read(new DripStream([], 1, length: 3L << 30)));

        Assert.Contains("longer than 2 GiB", fault.Message, StringComparison.Ordinal);
        Assert.Equal("example.json", fault.Path);
    }

    [Fact]
    public async Task Many_threads_can_use_a_cassette_at_once()
    {
        var utf8 = Encoding.UTF8.GetBytes(Many(200));
        var expected = CassetteText.Read(utf8, null);
        var read = CassetteText.Read(new MemoryStream(utf8));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => CassetteText.AssertEqual(expected, read))));
    }

    private static string Many(int count) =>
        $$"""{"http_interactions": [{{string.Join(",\n", Enumerable.Range(0, count).Select(One))}}]}""";

    private static string One(int number) => $$"""
        {"request": {"body": {"encoding": "utf-8", "string": ""}, "headers": {"A": ["b"]}, "method": "GET", "uri": "{{Uri}}{{number}}"},
         "response": {"body": {"encoding": "utf-8", "string": "{\"n\": \"ü{{number}}\"}"}, "headers": {"X": ["{{number}}"]},
           "status": {"code": 200, "message": "OK"}, "url": "{{Uri}}{{number}}"}, "recorded_at": "2013-09-28T01:25:38"}
        """;

    private static void IsTheSame(byte[] utf8, int[] pieceLengths)
    {
        var whole = CassetteText.Read(utf8, null);
        foreach (var length in pieceLengths)
        {
            CassetteText.AssertEqual(whole, CassetteText.Read(new DripStream(utf8, length)));
            CassetteText.AssertEqual(whole, CassetteText.Read(new DripStream(utf8, length, length: 0)));
        }
    }
}
