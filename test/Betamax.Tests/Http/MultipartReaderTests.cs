using System.Text;
using Betamax.Http;

namespace Betamax.Tests.Http;

public sealed class MultipartReaderTests
{
    private const string Form =
        "preamble\r\n--b\r\nContent-Disposition: form-data; name=\"user\"\r\n\r\nmichel\r\n"
        + "--b \t\r\ncontent-disposition: form-data;\r\n name=file; filename=x\r\nContent-Type: text/plain\r\n\r\none\r\ntwo\r\n--b--\r\nepilogue";

    [Fact]
    public void Parts_have_headers_a_range_and_content()
    {
        var (parts, isWellFormed) = Read(Form, "b");

        Assert.True(isWellFormed);
        Assert.Equal(["user", "file"], parts.Select(part => part.FieldName));
        Assert.Equal(["michel", "one\r\ntwo"], parts.Select(part => Encoding.UTF8.GetString(part.Content.Span)));
        Assert.Equal(["michel", "one\r\ntwo"], parts.Select(part => Form[part.Start..part.End]));
        Assert.True(parts[0].MediaType.IsEmpty);
        Assert.True(parts[1].MediaType.Is("text/plain"));
    }

    [Fact]
    public void A_part_may_have_no_headers_and_no_content()
    {
        var (parts, isWellFormed) = Read("--b\r\n\r\n\r\n--b\r\nA: 1\r\n\r\n--b--", "b");

        Assert.True(isWellFormed);
        Assert.All(parts, part => Assert.True(part.Content.IsEmpty));
        Assert.Equal([0, 1], parts.Select(part => part.Headers.Count));
    }

    [Fact]
    public void A_longer_boundary_in_the_content_is_no_delimiter()
    {
        var (parts, _) = Read("--b\r\n\r\n--bb\r\n--b-\r\n x--b\r\n--b--", "b");

        Assert.Equal("--bb\r\n--b-\r\n x--b", Encoding.UTF8.GetString(Assert.Single(parts).Content.Span));
    }

    [Fact]
    public void A_multipart_inside_another_is_read_with_its_own_boundary()
    {
        var (parts, _) = Read("--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n\r\ninner\r\n--c--\r\n--b--", "b");
        var outer = Assert.Single(parts);

        var (inner, isWellFormed) = MultipartReader.Read(outer.Content, outer.MediaType.Boundary);

        Assert.True(isWellFormed);
        Assert.Equal("inner", Encoding.UTF8.GetString(Assert.Single(inner).Content.Span));
    }

    [Theory]
    [InlineData("--b\r\nA: 1\r\n\r\nnever closed", "never closed")]
    [InlineData("--b\nA: 1\n\nonly line feeds\n--b--\n", "only line feeds")]
    [InlineData("--b\r\nno colon\r\n\r\nx\r\n--b--", "x")]
    [InlineData("--b\r\nA: 1\r\n--b--", "")]
    [InlineData("--other\r\n\r\nanother boundary\r\n--other--", "another boundary")]
    public void A_malformed_body_is_read_as_far_as_possible(string body, string content)
    {
        var (parts, isWellFormed) = Read(body, "b");

        Assert.False(isWellFormed);
        Assert.Equal(content, Encoding.UTF8.GetString(Assert.Single(parts).Content.Span));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no delimiter at all")]
    [InlineData("--")]
    [InlineData("--b")]
    [InlineData("x --b\r\n")]
    public void A_body_without_parts_is_not_well_formed(string body)
    {
        var (parts, isWellFormed) = Read(body, null);

        Assert.Empty(parts);
        Assert.False(isWellFormed);
    }

    private static (IReadOnlyList<MultipartPart> Parts, bool IsWellFormed) Read(string body, string? boundary) =>
        MultipartReader.Read(Encoding.UTF8.GetBytes(body), boundary);
}
