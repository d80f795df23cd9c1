using System.Text;
using Betamax.Json;
using Betamax.Recording.Traffic;

namespace Betamax.Tests.Formats;

public sealed class WriterTests
{
    private static readonly DateTimeOffset Time = new(2013, 9, 28, 3, 25, 38, 999, TimeSpan.FromHours(2));

    [Fact]
    public void A_cassette_is_written_as_Python_writes_it()
    {
        var request = new RecordedRequest("POST", "https://a.test/?q=<AUTH_TOKEN>&r='é'")
        {
            Headers = RecordedHeaders.Empty.With("Accept", "*/*", "\"x\"").With("Empty"),
            Body = RecordedBody.FromText("a\"b\\c/\b\f\n\r\t\0\u001f\u007f\u2028\U0001F600", "utf-8"),
        };
        var response = new RecordedResponse(204, null, "https://a.test/end") { Body = RecordedBody.FromBytes(new byte[] { 0, 255 }) };

        Assert.Equal("""
            {
              "http_interactions": [
                {
                  "request": {
                    "body": {
                      "encoding": "utf-8",
                      "string": "a\"b\\c/\b\f\n\r\t\u0000\u001f<DEL><LS>😀"
                    },
                    "headers": {
                      "Accept": [
                        "*/*",
                        "\"x\""
                      ],
                      "Empty": []
                    },
                    "method": "POST",
                    "uri": "https://a.test/?q=<AUTH_TOKEN>&r='é'"
                  },
                  "response": {
                    "body": {
                      "encoding": null,
                      "base64_string": "AP8="
                    },
                    "headers": {},
                    "status": {
                      "code": 204,
                      "message": null
                    },
                    "url": "https://a.test/end"
                  },
                  "recorded_at": "2013-09-28T01:25:38"
                }
              ],
              "recorded_with": "test"
            }

            """.ReplaceLineEndings("\n").Replace("<DEL>", "\u007f", StringComparison.Ordinal).Replace("<LS>", "\u2028", StringComparison.Ordinal),
            CassetteText.Save(new Cassette([new Interaction(request, response, Time)], "test")));
    }

    [Fact]
    public void An_empty_cassette_has_an_empty_list_and_the_name_of_this_library()
    {
        var saved = CassetteText.Save(new Cassette([]));

        Assert.Matches("^{\n  \"http_interactions\": \\[\\],\n  \"recorded_with\": \"betamax-net/[0-9][^\"+]*\"\n}\n$", saved);
    }

    [Fact]
    public void An_unknown_time_is_written_as_the_epoch_and_read_as_unknown()
    {
        var saved = CassetteText.Save(new Interaction(new("GET", "u"), new(200, "OK", "u")));

        Assert.Contains("\"recorded_at\": \"1970-01-01T00:00:00\"", saved, StringComparison.Ordinal);
        Assert.Null(CassetteText.Read(saved).Interactions[0].RecordedAt);
    }

    [Fact]
    public void An_empty_body_is_an_empty_text()
    {
        var saved = CassetteText.Save(new Interaction(new("GET", "u") { Body = RecordedBody.FromBytes(default) }, new(200, "OK", "u")));

        Assert.DoesNotContain("base64_string", saved, StringComparison.Ordinal);
        Assert.Contains("\"encoding\": null,\n          \"string\": \"\"\n", saved, StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_of_one_name_become_one_under_its_first_spelling()
    {
        var headers = new RecordedHeaders([new("Set-Cookie", ["a"]), new("B", ["b"]), new("set-cookie", ["c", "d"])]);

        var read = CassetteText.Read(CassetteText.Save(new Interaction(new("GET", "u") { Headers = headers }, new(200, "OK", "u"))));

        Assert.Equal(["Set-Cookie", "B"], read.Interactions[0].Request.Headers.Keys);
        Assert.Equal(["a", "c", "d"], read.Interactions[0].Request.Headers["Set-Cookie"]);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_written_as_a_replacement_character()
    {
        var saved = CassetteText.Save(new Interaction(new("GET", "u\ud83d") { Body = RecordedBody.FromText("\udc00x") }, new(200, "OK", "u")));

        Assert.Contains("\"uri\": \"u\uFFFD\"", saved, StringComparison.Ordinal);
        Assert.Contains("\"string\": \"\uFFFDx\"", saved, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_its_charset_cannot_encode_is_written_back_unchanged()
    {
        // Python Betamax stores this for bytes that are not ASCII.
        const string Destroyed = """{"headers": {}, "status": {"code": 1}, "body": {"encoding": "us-ascii", "string": "\ufffd"}}""";
        var saved = CassetteText.Save(CassetteText.Read(CassetteText.Create(response: Destroyed)));

        Assert.Contains("\"string\": \"\uFFFD\"", saved, StringComparison.Ordinal);
    }

    public static TheoryData<int> Lengths => [1, 2, 3, JsonTextWriter.BufferSize - 1, JsonTextWriter.BufferSize, JsonTextWriter.BufferSize + 1, (3 * JsonTextWriter.BufferSize) + 2];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_body_of_any_length_is_written_whole(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        var wide = string.Concat(Enumerable.Repeat("\"é😀", length / 4)) + "x";
        RecordedBody[] bodies =
        [
            RecordedBody.FromBytes(bytes), RecordedBody.FromText(wide), RecordedBody.FromText("x" + wide, null),
            RecordedBody.FromUtf8(Encoding.UTF8.GetBytes(wide)), RecordedBody.FromText(Encoding.Latin1.GetString(bytes), "iso-8859-1"),
        ];

        foreach (var body in bodies)
        {
            var cassette = new Cassette([new(new("GET", "u") { Body = body }, new(200, null, "u") { Body = body })], "x");
            CassetteText.AssertEqual(cassette, CassetteText.Read(CassetteText.SaveBytes(cassette)));
        }
    }

    [Fact]
    public void A_cassette_that_would_be_too_long_to_be_read_is_not_written()
    {
        var body = RecordedBody.FromBytes(new byte[64 * 1024 * 1024]);
        var cassette = new Cassette(Enumerable.Repeat(new Interaction(new("GET", "u"), new(200, "OK", "u") { Body = body }), 26));

        Assert.Contains("2 GiB", Assert.Throws<IOException>(() => cassette.Save(Stream.Null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_write_is_longer_than_some_buffers_however_long_the_bodies_are()
    {
        RecordedBody[] bodies =
        [
            RecordedBody.FromBytes(new byte[1_000_000]), RecordedBody.FromText(new string('\u0001', 1_000_000)),
            RecordedBody.FromUtf8(new byte[1_000_000]), RecordedBody.FromText(new string('é', 1_000_000), "iso-8859-1"),
        ];
        var cassette = new Cassette(bodies.Select(body => new Interaction(new("GET", "u"), new(200, "OK", "u") { Body = body })));

        var lengths = new List<int>();
        using var stream = new TeeStream(Stream.Null, piece => lengths.Add(piece.Length));
        cassette.Save(stream);

        Assert.All(lengths, length => Assert.InRange(length, 1, 8 * JsonTextWriter.BufferSize));
    }
}
