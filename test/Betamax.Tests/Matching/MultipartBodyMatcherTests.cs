using System.Text;

namespace Betamax.Tests.Matching;

public sealed class MultipartBodyMatcherTests
{
    private const string Text = "Content-Disposition: form-data; name=\"note\"\r\n\r\nhello";
    private const string File = "Content-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\nContent-Type: image/png\r\n\r\nPNG";

    private static RequestMatcher Matcher => RequestMatchers.MultipartFormDataBody;

    [Fact]
    public void The_boundary_the_preamble_and_the_epilogue_do_not_count()
    {
        var plain = Multipart("b1", Text, File);
        Matcher.AssertMatch(plain, Multipart("another boundary", Text, File));
        Matcher.AssertMatch(plain, Body("b1", $"preamble --b1\r\n--b1 \t\r\n{Text}\r\n--b1\r\n{File}\r\n--b1--  \r\nepilogue\r\n--b1\r\n"));
        Matcher.AssertMatch(plain, Body("b1", $"--b1\r\n{Text}\r\n--b1\r\n{File}\r\n--b1--"));
    }

    [Fact]
    public void The_case_and_the_order_of_a_parts_headers_do_not_count() =>
        Matcher.AssertMatch(
            Multipart("b", File),
            Multipart("b", "content-type:image/png\r\nCONTENT-DISPOSITION: form-data;\r\n name=\"file\"; filename=\"a.bin\"\r\n\r\nPNG"));

    [Fact]
    public void A_part_that_differs_is_named()
    {
        Assert.Equal(
            ["part 'note', body: 5 bytes, different from byte 4: o / 5 bytes, different from byte 4: a"],
            Explain(Multipart("b", Text), Multipart("b", Text.Replace("hello", "hella", StringComparison.Ordinal))));
        Assert.Equal(
            ["part 'file', header 'Content-Type': image/png / image/gif"],
            Explain(Multipart("b", File), Multipart("b", File.Replace("png", "gif", StringComparison.Ordinal))));
        Assert.Equal(
            ["part 'note' (2), header 'Content-Disposition': form-data; name=\"note\" / nothing", "part 'note' (2), body: 5 bytes: hello / nothing"],
            Explain(Multipart("b", Text, Text), Multipart("b", Text)));
    }

    [Fact]
    public void The_order_of_parts_counts()
    {
        Matcher.AssertMatch(Multipart("b", Text, File), Multipart("b", File, Text), expected: false);
        var difference = Assert.Single(Matcher.Explain(Multipart("b", Text, File), Multipart("b", File, Text)));
        Assert.Equal("order", difference.Place);
    }

    [Fact]
    public void Binary_content_is_compared_byte_by_byte()
    {
        var one = Encoding.Latin1.GetBytes("--b\r\n\r\n\r\n\0\xFF--b\r\n--bb\r\n\r\n--b--");
        var other = Encoding.Latin1.GetBytes("--b\r\n\r\n\r\n\0\xFE--b\r\n--bb\r\n\r\n--b--");
        const string Type = "multipart/form-data; boundary=b";
        Matcher.AssertMatch(Requests.Body(one, Type), Requests.Body(other, Type), expected: false);
        Assert.Equal(
            ["part, body: 15 bytes, different from byte 3: 0xFF2D2D620D0A2D2D62620D0A / 15 bytes, different from byte 3: 0xFE2D2D620D0A2D2D62620D0A"],
            Explain(Requests.Body(one, Type), Requests.Body(other, Type)));
    }

    [Theory]
    [InlineData("no delimiter at all")]
    [InlineData("")]
    [InlineData("--b\r\nA: 1\r\n\r\nnever closed")]
    [InlineData("--b\r\n--b--")]
    [InlineData("--b\r\nno empty line\r\n--b--")]
    [InlineData("--b\r\nno colon\r\n\r\nx\r\n--b--")]
    [InlineData("--b\n\nx\n--b--")]
    [InlineData("--bx--")]
    public void A_malformed_body_is_compared_as_bytes(string body)
    {
        Matcher.AssertMatch(Body("b", body), Body("b", body));
        Matcher.AssertMatch(Body("b", body), Requests.Body(body, "text/plain"));
        Matcher.AssertMatch(Body("b", body), Body("b", body + "!"), expected: false);
        Matcher.AssertMatch(Body("b", body), Multipart("b", Text), expected: false);
    }

    [Fact]
    public void A_body_with_another_content_type_is_compared_as_bytes()
    {
        var body = "--b\r\n" + Text + "\r\n--b--";
        Matcher.AssertMatch(Requests.Body(body, "multipart/form-data"), Requests.Body(body));
        Matcher.AssertMatch(Requests.Body(body), Body("b", body), expected: false);
        Matcher.AssertMatch(Requests.Body(body), Requests.Body("x" + body), expected: false);
    }

    [Fact]
    public void Without_parts_it_is_still_multipart() => Matcher.AssertMatch(Multipart("b"), Multipart("c"));

    private static string[] Explain(RecordedRequest asked, RecordedRequest recorded)
    {
        Matcher.AssertMatch(asked, recorded, expected: false);
        return Matcher.Explain(asked, recorded).Lines();
    }

    private static RecordedRequest Multipart(string boundary, params string[] parts) =>
        Body(boundary, string.Concat(parts.Select(part => $"--{boundary}\r\n{part}\r\n")) + $"--{boundary}--\r\n");

    private static RecordedRequest Body(string boundary, string body) =>
        Requests.Body(body, $"multipart/form-data; boundary=\"{boundary}\"");
}
