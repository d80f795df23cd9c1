using System.Text;
using Betamax.Formats;

namespace Betamax.Tests.Formats;

public sealed class InteractionLineTests
{
    [Fact]
    public void An_interaction_is_one_line()
    {
        var line = Write(new(new("GET", "u\n") { Body = RecordedBody.FromText("a\r\nb") }, new(200, null, "u")));

        Assert.Equal(
            """{"request":{"body":{"encoding":"utf-8","string":"a\r\nb"},"headers":{},"method":"GET","uri":"u\n"},"response":{"body":{"encoding":"utf-8","string":""},"headers":{},"status":{"code":200,"message":null},"url":"u"},"recorded_at":"1970-01-01T00:00:00"}""" + "\n",
            line);
    }

    [Fact]
    public void It_is_read_back_unchanged()
    {
        var interaction = CassetteText.ReadOne(
            """{"body": {"encoding": "latin-1", "x": [1, {}], "string": "é\u2028"}, "headers": {"A": ["1", "2"], "b": []}, "method": "GET", "uri": "u"}""",
            """{"body": {"encoding": null, "base64_string": "AP8="}, "headers": {}, "status": {"code": 200, "y": "\n"}, "url": "v", "http_version": "2"}""",
            ", \"recorded_at\": \"2013-09-28T01:25:38\"");

        var read = InteractionLine.Read(Encoding.UTF8.GetBytes(Write(interaction)));

        CassetteText.AssertEqual(new Cassette([interaction]), new Cassette([read]));
    }

    [Fact]
    public void A_line_that_is_cut_off_is_an_error()
    {
        var line = Write(CassetteText.ReadOne());
        for (var length = 0; length < line.Length - 1; length++)
        {
            var part = Encoding.UTF8.GetBytes(line[..length]);
            Assert.Throws<CassetteFormatException>(() => InteractionLine.Read(part, "x.journal"));
        }
    }

    [Fact]
    public void An_error_says_where_in_the_line_it_is()
    {
        var fault = Assert.Throws<CassetteFormatException>(() => InteractionLine.Read("""{"request": {"uri": 1}}"""u8.ToArray(), "x.journal"));

        Assert.Equal(("x.journal", "$.request.uri", null, 1), (fault.Path, fault.JsonPath, fault.InteractionIndex, fault.LineNumber));
    }

    [Fact]
    public void A_write_that_fails_leaves_nothing_for_the_next_line()
    {
        using var stream = new MemoryStream();
        var isFull = true;
        var writer = new InteractionLineWriter(bytes =>
        {
            if (isFull)
            {
                throw new IOException("No space left on device");
            }

            stream.Write(bytes);
        });

        Assert.Throws<IOException>(() => writer.Write(CassetteText.ReadOne(), 1));
        isFull = false;
        writer.Write(CassetteText.ReadOne(), 2);

        Assert.Equal("2 " + Write(CassetteText.ReadOne()), Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static string Write(Interaction interaction)
    {
        using var stream = new MemoryStream();
        new InteractionLineWriter(stream.Write).Write(interaction);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
