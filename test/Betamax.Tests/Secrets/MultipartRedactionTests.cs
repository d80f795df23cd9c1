namespace Betamax.Tests.Secrets;

public sealed class MultipartRedactionTests
{
    [Theory]
    [InlineData("Content-Disposition: form-data; name=\"password\"", "abc", "<REDACTED>")]
    [InlineData("content-disposition:form-data;name=api_key", "abc", "<REDACTED>")]
    [InlineData("Content-Disposition: form-data;\r\n name=\"user[password]\"", "abc", "<REDACTED>")]
    [InlineData("Content-Disposition: form-data; name=\"private_key\"; filename=\"name=x\"\r\nContent-Type: text/plain", "a\r\nb", "<REDACTED>")]
    [InlineData("Content-Disposition: form-data; filename=\"name=token\"; name=\"x\"", "kept", "kept")]
    [InlineData("Content-Disposition: form-data; name=\"password\"", "", "")]
    [InlineData("Content-Disposition: form-data; name=\"password\"", "<MINE>", "<MINE>")]
    [InlineData("Content-Disposition: form-data; name=\"x\"", "--part-and-more", "--part-and-more")]
    [InlineData("Content-Type: application/json", "{\"token\":\"abc\",\"n\":1.0}", "{\"token\":\"<REDACTED>\",\"n\":1.0}")]
    [InlineData("Content-Type: application/x-www-form-urlencoded", "a=1&token=abc", "a=1&token=<REDACTED>")]
    [InlineData("Content-Type: multipart/mixed; boundary=in", "--in\r\n\r\n{\"token\":\"abc\"}\r\n--in--", "--in\r\n\r\n{\"token\":\"<REDACTED>\"}\r\n--in--")]
    [InlineData("Content-Type: application/zip", "PK\0{\"token\":\"kept\"}", "PK\0{\"token\":\"kept\"}")]
    public void A_part_keeps_everything_except_the_secret(string headers, string content, string onTape)
    {
        foreach (var type in new[] { "multipart/form-data; boundary=part", "Multipart/Form-Data;boundary=\"part\"", " multipart/mixed" })
        {
            foreach (var (before, after) in new[] { ("", "--\r\n"), ("a preamble\r\n", "--"), ("", "\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\nx\r\n--part--") })
            {
                string Body(string inside) => $"{before}--part\r\n{headers}\r\n\r\n{inside}\r\n--part{after}";

                Assert.Equal(Body(onTape), Redacted(Body(content), type));
            }
        }
    }

    [Theory]
    [InlineData("--b\nContent-Disposition: form-data; name=\"token\"\n\nabc\n--b--\n", "--b\nContent-Disposition: form-data; name=\"token\"\n\n<REDACTED>\n--b--\n")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nabc", "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n<REDACTED>")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"token\"", "--b\r\nContent-Disposition: form-data; name=\"token\"")]
    [InlineData("--b\r\n\r\n--b\r\n\r\n\r\n--b--", "--b\r\n\r\n--b\r\n\r\n\r\n--b--")]
    [InlineData("--\r\n", "--\r\n")]
    [InlineData("--b", "--b")]
    [InlineData("no parts at all", "no parts at all")]
    public void A_malformed_body_is_redacted_as_far_as_it_can_be_read(string body, string onTape) =>
        Assert.Equal(onTape, Redacted(body, "multipart/form-data; boundary=b"));

    private static string? Redacted(string body, string type) => Redaction.Default.Apply(
        new RecordedRequest("POST", "http://a.example/")
        {
            Headers = new([new("Content-Type", [type])]),
            Body = RecordedBody.FromText(body),
        }, [new("<MINE>", "")]).Body.Text;
}
