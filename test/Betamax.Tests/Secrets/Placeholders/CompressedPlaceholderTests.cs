using Betamax.Secrets;

namespace Betamax.Tests.Secrets.Placeholders;

public sealed class CompressedPlaceholderTests
{
    private static readonly SecretFilter SecretFilter = new([new("<KEY>", "v4lue-of-the-key")], Redaction.Default);

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("zstd")]
    public void A_body_that_cannot_be_decompressed_is_unchanged(string coding)
    {
        byte[] broken = coding == "zstd" ? [1, 2, 3] : [.. Places.Packed("words and v4lue-of-the-key and more words", coding)[..^9], 0xFF, 0xFF, 0xFF];
        var recorded = Of(broken, coding);

        Assert.Equal(recorded, SecretFilter.Hide(recorded));
    }

    [Fact]
    public void A_body_without_a_secret_is_not_compressed_again()
    {
        var recorded = Of(Places.Packed("words", "gzip"), "gzip");

        Assert.Same(recorded.Response.Body, SecretFilter.Hide(recorded).Response.Body);
    }

    [Fact]
    public void A_decompression_bomb_is_not_read_to_its_end()
    {
        var bomb = Places.Packed("v4lue-of-the-key" + new string(' ', 65 * 1024 * 1024), "br");

        Assert.Equal(bomb, SecretFilter.Hide(Of(bomb, "br")).Response.Body.Bytes.ToArray());
    }

    [Fact]
    public void A_text_that_is_not_really_compressed_is_edited_as_text() =>
        Assert.Equal("the <KEY>"u8.ToArray(), SecretFilter.Hide(Of("the v4lue-of-the-key"u8.ToArray(), "gzip")).Response.Body.Bytes.ToArray());

    [Fact]
    public void Redaction_changes_a_compressed_body()
    {
        var onTape = SecretFilter.Hide(Of(Places.Packed("""{"token":"abc"}""", "gzip, br"), "gzip, br"));

        Assert.Equal("""{"token":"<REDACTED>"}""", Places.Unpacked(onTape.Response.Body.Bytes, "gzip, br"));
    }

    [Fact]
    public void The_chunks_of_a_compressed_body_become_one()
    {
        var body = Places.Packed("of v4lue-of-the-key", "gzip");
        var recorded = Of(body, "gzip");
        recorded = recorded with { Response = recorded.Response with { Chunks = [new(5, TimeSpan.Zero), new(body.Length - 5, TimeSpan.FromSeconds(1))] } };

        var onTape = SecretFilter.Hide(recorded).Response;

        Assert.Equal([new RecordedChunk(onTape.Body.Bytes.Length, TimeSpan.FromSeconds(1))], onTape.Chunks);
    }

    private static Interaction Of(byte[] body, string coding) => new(new("GET", "http://host/"), new(200, "OK", "http://host/")
    {
        Headers = new([new("Content-Encoding", [coding])]),
        Body = RecordedBody.FromBytes(body),
    });
}
