using System.IO.Compression;
using Betamax.Http;

namespace Betamax.Tests.Http;

public sealed class ContentCodingsTests
{
    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("GZip, br", "gzip,br")]
    [InlineData("x-gzip , identity,deflate", "gzip,deflate")]
    [InlineData("identity", "")]
    [InlineData(", ,", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Codings_are_read_in_the_order_in_which_they_were_applied(string? value, string expected) =>
        Assert.Equal(expected, string.Join(',', ContentCodings.Parse(value)));

    [Fact]
    public void Several_header_lines_are_one_list() =>
        Assert.Equal(["gzip", "br", "zstd"], ContentCodings.Parse((IEnumerable<string>)["gzip, br", "ZSTD"]));

    [Theory]
    [InlineData(null, "gzip")]
    [InlineData("zstd", "gzip")]
    [InlineData("deflate, gzip", "deflate,gzip")]
    [InlineData("br", "br")]
    public void A_body_that_begins_as_gzip_is_gzip_unless_it_may_be_Brotli(string? value, string expected) =>
        Assert.Equal(expected, string.Join(',', ContentCodings.Detect([0x1F, 0x8B, 8], value is null ? null : [value])));

    [Fact]
    public void Other_bodies_have_the_codings_of_their_header() =>
        Assert.Equal(["zstd"], ContentCodings.Detect("text"u8, ["zstd"]));

    [Fact]
    public void The_codings_of_NET_are_known()
    {
        Assert.All(["gzip", "deflate", "br"], coding => Assert.True(ContentCodings.IsKnown(coding)));
        Assert.False(ContentCodings.IsKnown("zstd"));
    }

    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void Zlib_data_is_told_from_raw_deflate_data(CompressionLevel level)
    {
        Assert.True(ContentCodings.IsZlib(Pack(target => new ZLibStream(target, level))));
        Assert.False(ContentCodings.IsZlib(Pack(target => new DeflateStream(target, level))));
        Assert.True(ContentCodings.IsGzip(Pack(target => new GZipStream(target, level))));
        Assert.False(ContentCodings.IsZlib([]));
    }

    private static byte[] Pack(Func<Stream, Stream> encode)
    {
        var target = new MemoryStream();
        using (var encoder = encode(target))
        {
            encoder.Write("some text, some more text"u8);
        }

        return target.ToArray();
    }
}
