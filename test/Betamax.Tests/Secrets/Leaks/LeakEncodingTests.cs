using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Betamax.Http;
using Betamax.Secrets.Leaks;

namespace Betamax.Tests.Secrets.Leaks;

public sealed class LeakEncodingTests
{
    private const string Value = "päss \"w/ord\" + 1%";

    private static readonly TextScan Scan = new(LeakRules.All, [Value], []);

    private static readonly Dictionary<string, Func<string, string>> Encodings = new()
    {
        ["plain"] = text => text,
        ["percent-encoded"] = Uri.EscapeDataString,
        ["every byte percent-encoded"] = text => string.Concat(Encoding.UTF8.GetBytes(text).Select(one => $"%{one:x2}")),
        ["escaped in JSON"] = text => JsonSerializer.Serialize($"a\n{text}"),
        ["every character escaped in JSON"] = text => string.Concat(text.Select(one => $"\\u{(int)one:X4}")),
        ["with escaped slashes"] = text => text.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal),
        ["base64"] = Samples.Base64,
        ["base64 of a user and a password"] = text => "Basic " + Samples.Base64("u:" + text),
        ["base64 with one byte before it"] = text => Samples.Base64("\n" + text),
        ["base64 in a path"] = text => "https://host/v1/x/" + Samples.Base64($"a {text}"),
        ["base64url without padding"] = text => Samples.Base64(text).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
        ["base64, percent-encoded"] = text => "state=" + Uri.EscapeDataString(Samples.Base64(text)),
        ["percent-encoded twice"] = text => Uri.EscapeDataString(Uri.EscapeDataString(text)),
        ["base64 in base64"] = text => Samples.Base64(Samples.Base64(text)),
        ["JSON within JSON within a form"] = text =>
            "payload=" + Uri.EscapeDataString(JsonSerializer.Serialize(new Dictionary<string, string> { ["in"] = JsonSerializer.Serialize($"\n{text}") })),
    };

    public static TheoryData<string> Names => [.. Encodings.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_secret_is_found_in_every_encoding(string encoding)
    {
        Assert.Equal(["github-token"], Found(Encodings[encoding](Samples.GitHub)));
        Assert.Equal(["private-key"], Found(Encodings[encoding](Samples.ByRule["private-key"].Secrets[1])));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_value_of_a_placeholder_is_found_in_every_encoding(string encoding) =>
        Assert.Equal([LeakRules.PlaceholderValue], Found(Encodings[encoding](Value)));

    [Fact]
    public void The_value_of_a_placeholder_is_found_in_hexadecimal()
    {
        Assert.Equal([LeakRules.PlaceholderValue], Found("x" + Convert.ToHexString(Encoding.UTF8.GetBytes(Value))));
        Assert.Equal([LeakRules.PlaceholderValue], Found(Convert.ToHexString(Encoding.UTF8.GetBytes(Value)).ToLowerInvariant()));
    }

    [Theory]
    [InlineData("sh0rt-v.")]
    [InlineData("x~~~~~~~")]
    public void The_shortest_value_of_a_placeholder_is_found_in_base64(string value)
    {
        var scan = new TextScan([], [value], []);

        Assert.NotNull(scan.Find(Encoding.UTF8.GetBytes($"a={Uri.EscapeDataString(Samples.Base64(value))}")));
        Assert.NotNull(scan.Find(Encoding.UTF8.GetBytes(Samples.Base64("\n" + value).TrimEnd('='))));
    }

    [Fact]
    public void The_offset_is_that_in_the_encoded_text()
    {
        var text = $"%41%42%43 \\u0041 %0A{Samples.GitHub}%0A{Samples.GitHub}";

        Assert.Equal(
            [text.IndexOf(Samples.GitHub, StringComparison.Ordinal), text.LastIndexOf(Samples.GitHub, StringComparison.Ordinal)],
            Scan.Find(Encoding.UTF8.GetBytes(text))!.Select(find => find.Offset));
    }

    [Fact]
    public void A_secret_far_back_in_a_long_text_is_found_in_every_encoding()
    {
        var words = string.Concat(Enumerable.Repeat("%20words\\n", 50_000));

        Assert.Equal(["github-token"], Found(words + "%0A" + Samples.GitHub));
        Assert.Equal(["github-token"], Found(words + "\\n" + Samples.GitHub));
        Assert.Equal(["github-token"], Found(Samples.Base64(words + Samples.GitHub + words)));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    [InlineData("br")]
    public void A_compressed_body_is_scanned_in_blocks(string coding)
    {
        using var compressed = new MemoryStream();
        using (Stream coder = coding switch
        {
            "gzip" => new GZipStream(compressed, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(compressed, CompressionLevel.Fastest),
            "br" => new BrotliStream(compressed, CompressionLevel.Fastest),
            _ => new DeflateStream(compressed, CompressionLevel.Fastest),
        })
        {
            coder.Write(new byte[1_000_000]);
            coder.Write(Encoding.UTF8.GetBytes(Samples.GitHub));
        }

        var blocks = CompressedBody.ReadBlocks(compressed.ToArray(), [coding.Split(' ')[^1]], TextScan.BlockSize, TextScan.Overlap).Select(block => block.ToArray()).ToList();

        Assert.All(blocks, block => Assert.InRange(block.Length, 1, TextScan.BlockSize));
        Assert.Contains(blocks, block => Scan.Find(block) is [{ Rule: "github-token" }]);
    }

    [Fact]
    public void A_body_that_is_not_compressed_has_no_blocks()
    {
        Assert.Empty(CompressedBody.ReadBlocks("\u001f\u008b and no more"u8.ToArray(), ["gzip"], TextScan.BlockSize, TextScan.Overlap));
        Assert.Empty(CompressedBody.ReadBlocks("words"u8.ToArray(), ["br"], TextScan.BlockSize, TextScan.Overlap));
    }

    private static IEnumerable<string> Found(string text) =>
        (Scan.Find(Encoding.UTF8.GetBytes(text)) ?? []).Select(find => find.Rule).Distinct();
}
