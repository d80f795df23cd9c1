using Betamax.Secrets;

namespace Betamax.Tests.Secrets;

public sealed class ChunkLengthsTests
{
    [Theory]
    [InlineData("a|xy|b", "a|<S>|b")]
    [InlineData("ax|yb|c", "a<S>b|c")]
    [InlineData("a|x|y|b", "a|<S>|b")]
    [InlineData("xyx|y", "<S><S>")]
    [InlineData("ab|cx", "ab|cx")]
    [InlineData("xy", "<S>")]
    public void A_secret_across_chunks_joins_them_and_the_others_are_unchanged(string parts, string expected)
    {
        var secrets = new SecretFilter([new("<S>", "xy")], Redaction.None);

        var onTape = secrets.Hide(Of(parts));
        Assert.Equal(expected, PartsOf(onTape.Response));

        var real = secrets.Reveal(onTape);
        Assert.Equal(parts.Replace("|", "", StringComparison.Ordinal), real.Response.Body.Text);
        Assert.Equal(real.Response.Body.Bytes.Length, real.Response.Chunks.Sum(chunk => chunk.Length));
    }

    [Fact]
    public void Chunks_are_kept_if_redaction_changes_one()
    {
        var onTape = new SecretFilter([], Redaction.Default).Hide(Of("""{"a":1,|"token":"to|ken","b":2,|"c":3}"""));

        Assert.Equal("""{"a":1,|"token":"<REDACTED>|","b":2,|"c":3}""", PartsOf(onTape.Response));
    }

    private static Interaction Of(string parts) => new(new("GET", "http://localhost/"), new(200, "OK", "http://localhost/")
    {
        Body = RecordedBody.FromText(parts.Replace("|", "", StringComparison.Ordinal)),
        Chunks = [.. parts.Split('|').Select((part, index) => new RecordedChunk(part.Length, TimeSpan.FromSeconds(index)))],
    });

    private static string PartsOf(RecordedResponse response)
    {
        var start = 0;
        return string.Join('|', response.Chunks.Select(chunk => response.Body.Text!.Substring((start += chunk.Length) - chunk.Length, chunk.Length)));
    }
}
