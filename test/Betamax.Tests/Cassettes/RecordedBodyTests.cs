using System.Net.Http.Headers;
using System.Text;

namespace Betamax.Tests.Cassettes;

public sealed class RecordedBodyTests
{
    [Fact]
    public void A_body_of_bytes_is_text_or_base64_by_the_rule_of_the_recorder()
    {
        Assert.True(RecordedBody.Create("é"u8.ToArray(), "text/plain").IsStoredAsText);
        Assert.False(RecordedBody.Create("é"u8.ToArray(), "text/plain", "gzip").IsStoredAsText);
        Assert.False(RecordedBody.Create(new byte[] { 0xFF }, "text/plain").IsStoredAsText);
    }

    [Fact]
    public void A_body_of_a_request_is_text_only_in_UTF_8()
    {
        byte[] latin1 = [0xE9];

        Assert.True(RecordedBody.Create(latin1, "text/plain; charset=iso-8859-1").IsStoredAsText);
        Assert.False(RecordedBody.CreateForRequest(latin1, "text/plain; charset=iso-8859-1").IsStoredAsText);
        Assert.True(RecordedBody.CreateForRequest("é"u8.ToArray(), "text/plain; charset=utf-8").IsStoredAsText);
    }

    [Fact]
    public async Task The_headers_of_a_content_decide_how_its_body_is_stored()
    {
        using var content = new StringContent("é", Encoding.Latin1, new MediaTypeHeaderValue("text/plain", "iso-8859-1"));
        var text = await RecordedBody.FromContentAsync(content, TestContext.Current.CancellationToken);
        Assert.Equal(("é", "iso-8859-1", true), (text.Text, text.Encoding, text.IsStoredAsText));

        content.Headers.ContentEncoding.Add("br");
        Assert.False((await RecordedBody.FromContentAsync(content, TestContext.Current.CancellationToken)).IsStoredAsText);
    }

    [Fact]
    public async Task The_bytes_of_a_loaded_text_are_the_same_for_all_threads()
    {
        var text = string.Concat(Enumerable.Repeat("\"é\n", 10_000));
        using var stream = new MemoryStream();
        new Cassette([new(new("GET", "u"), new(200, null, "u") { Body = RecordedBody.FromText(text) })]).Save(stream);
        for (var i = 0; i < 20; i++)
        {
            stream.Position = 0;
            var body = Cassette.Load(stream).Interactions[0].Response.Body;
            var read = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Encoding.UTF8.GetString(body.Bytes.Span))));

            Assert.All(read, one => Assert.Equal(text, one));
        }
    }
}
