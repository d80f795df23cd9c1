using System.Text;
using Betamax.Cassettes;

namespace Betamax.Tests.Cassettes;

public sealed class BodyEncodingTests
{
    [Theory]
    [InlineData(null, "utf-8")]
    [InlineData("", "utf-8")]
    [InlineData("application/json", "utf-8")]
    [InlineData("text/html; charset=UTF-8", "UTF-8")]
    [InlineData("text/html; charset=\"utf-8\";", "utf-8")]
    [InlineData("text/html;boundary=x; CHARSET = 'utf8' ; x", "utf8")]
    [InlineData("text/html; charset=", "utf-8")]
    public void Text_in_UTF_8_is_stored_as_text(string? contentType, string encoding)
    {
        var body = Of("hé\0\uFEFF", contentType);

        Assert.True(body.IsStoredAsText);
        Assert.Equal((encoding, "hé\0\uFEFF"), (body.Encoding, body.Text));
    }

    [Theory]
    [InlineData("iso-8859-1", "E985")]
    [InlineData("us-ascii", "41")]
    [InlineData("ISO-8859-2", "B1")]
    [InlineData("windows-1251", "CF")]
    [InlineData("windows-1252", "80")]
    [InlineData("koi8-r", "D0")]
    public void Text_in_a_charset_of_one_byte_is_stored_as_text(string charset, string bytes)
    {
        var body = BodyEncoding.Choose(Convert.FromHexString(bytes), $"text/plain; charset={charset}", null, preserveExactBytes: false);

        Assert.True(body.IsStoredAsText);
        Assert.Equal((charset, bytes), (body.Encoding, Convert.ToHexString(body.Bytes.Span)));
    }

    [Theory]
    [InlineData("text/plain", "FF", null)]
    [InlineData(null, "89504E47", null)]
    [InlineData("text/plain; charset=utf-8", "C3", "utf-8")]
    [InlineData("text/plain; charset=us-ascii", "C3A9", "us-ascii")]
    [InlineData("text/plain; charset=windows-1252", "81", "windows-1252")]
    [InlineData("text/plain; charset=windows-1253", "AA", "windows-1253")]
    [InlineData("text/plain; charset=shift_jis", "8341", "shift_jis")]
    [InlineData("text/plain; charset=utf-16", "FFFE4100", "utf-16")]
    [InlineData("text/plain; charset=klingon", "41", null)]
    [InlineData("text/plain; charset=binary", "41", null)]
    [InlineData("text/plain; charset=utf-7", "41", null)]
    public void Text_that_would_not_be_the_same_in_Python_is_stored_as_bytes(string? contentType, string bytes, string? encoding)
    {
        var body = BodyEncoding.Choose(Convert.FromHexString(bytes), contentType, null, preserveExactBytes: false);

        Assert.False(body.IsStoredAsText);
        Assert.Equal((encoding, bytes), (body.Encoding, Convert.ToHexString(body.Bytes.Span)));
    }

    [Theory]
    [InlineData("gzip", false)]
    [InlineData("identity, br", false)]
    [InlineData("identity", true)]
    [InlineData("", true)]
    public void A_compressed_body_is_stored_as_bytes(string contentEncoding, bool isText) =>
        Assert.Equal(isText, BodyEncoding.Choose("text"u8.ToArray(), "text/plain", contentEncoding, preserveExactBytes: false).IsStoredAsText);

    [Fact]
    public void Every_body_is_stored_as_bytes_if_the_option_is_set()
    {
        var body = BodyEncoding.Choose("text"u8.ToArray(), "text/plain; charset=utf-8", null, preserveExactBytes: true);

        Assert.False(body.IsStoredAsText);
        Assert.Equal("utf-8", body.Encoding);
    }

    [Theory]
    [InlineData(null, "utf-8")]
    [InlineData("text/plain; charset=latin-1", "latin-1")]
    [InlineData("text/plain; charset=klingon", "utf-8")]
    public void An_empty_body_is_an_empty_text(string? contentType, string encoding)
    {
        var body = BodyEncoding.Choose(default, contentType, "gzip", preserveExactBytes: true);

        Assert.True(body.IsStoredAsText);
        Assert.Equal((encoding, ""), (body.Encoding, body.Text));
    }

    private static RecordedBody Of(string text, string? contentType) =>
        BodyEncoding.Choose(Encoding.UTF8.GetBytes(text), contentType, null, preserveExactBytes: false);
}
