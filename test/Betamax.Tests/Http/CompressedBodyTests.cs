using System.IO.Compression;
using Betamax.Http;

namespace Betamax.Tests.Http;

public sealed class CompressedBodyTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("gzip, br")]
    [InlineData("deflate, gzip")]
    [InlineData("")]
    public void Content_is_opened_and_compressed_again_with_all_codings(string codings)
    {
        var names = ContentCodings.Parse(codings);
        var opened = CompressedBody.TryOpen(Compress("one"u8, names), names);

        Assert.Equal("one"u8.ToArray(), opened!.Content.ToArray());
        Assert.Equal("another"u8.ToArray(), CompressedBody.TryOpen(opened.Compress("another"u8.ToArray()), names)!.Content.ToArray());
    }

    [Fact]
    public void Raw_deflate_data_stays_raw()
    {
        var opened = CompressedBody.TryOpen(Write("one"u8, target => new DeflateStream(target, CompressionLevel.Optimal)), ["deflate"])!;

        Assert.Equal("one"u8.ToArray(), opened.Content.ToArray());
        Assert.False(ContentCodings.IsZlib(opened.Compress("another"u8.ToArray()).Span));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public void Data_that_is_cut_off_or_damaged_is_not_opened(string coding)
    {
        var body = Compress("some words and some more words"u8, [coding]);

        Assert.Null(CompressedBody.TryOpen(body.AsMemory(..^2), [coding]));
        Assert.Null(CompressedBody.TryOpen(body.AsMemory(..(body.Length / 2)), [coding]));
        Assert.Null(CompressedBody.TryOpen("words"u8.ToArray(), [coding]));
        Assert.Null(CompressedBody.TryOpen(body, ["zstd"]));
    }

    [Fact]
    public void Content_that_is_too_long_is_not_opened() =>
        Assert.Null(CompressedBody.TryOpen(Compress(new byte[CompressedBody.MaxLength + 1], ["br"]), ["br"]));

    [Fact]
    public void Blocks_overlap_and_end_with_the_data()
    {
        var content = Enumerable.Range(0, 5000).Select(one => (byte)one).ToArray();
        var blocks = CompressedBody.ReadBlocks(Compress(content, ["gzip", "br"]), ["gzip", "br"], 2000, 500).Select(block => block.ToArray()).ToList();

        Assert.Equal([.. blocks[0], .. blocks.Skip(1).SelectMany(block => block[500..])], content);
        Assert.All(blocks, block => Assert.InRange(block.Length, 501, 2000));
        Assert.Empty(CompressedBody.ReadBlocks(content, [], 2000, 500));
    }

    private static byte[] Compress(ReadOnlySpan<byte> content, string[] codings)
    {
        var body = content.ToArray();
        foreach (var coding in codings)
        {
            body = Write(body, target => coding switch
            {
                "gzip" => new GZipStream(target, CompressionLevel.Optimal),
                "br" => new BrotliStream(target, CompressionLevel.Optimal),
                _ => new ZLibStream(target, CompressionLevel.Optimal),
            });
        }

        return body;
    }

    private static byte[] Write(ReadOnlySpan<byte> content, Func<Stream, Stream> encoder)
    {
        using var target = new MemoryStream();
        using (var stream = encoder(target))
        {
            stream.Write(content);
        }

        return target.ToArray();
    }
}
