using Betamax.Http;

namespace Betamax.Tests.Http;

public sealed class MediaTypeTests
{
    [Theory]
    [InlineData("application/json", "application/json", null)]
    [InlineData(" Application/JSON ; charset=UTF-8", "Application/JSON", "UTF-8")]
    [InlineData("text/html;charset=\"iso-8859-1\";", "text/html", "iso-8859-1")]
    [InlineData("text/html; charset='utf-8'", "text/html", "utf-8")]
    [InlineData("text/html; CHARSET = utf-8 ; x=y", "text/html", "utf-8")]
    [InlineData("text/html; charset=", "text/html", null)]
    [InlineData("text/html; title=\"a;charset=b\"; charset=c", "text/html", "c")]
    [InlineData("text/html; title=\"never closed; charset=c", "text/html", "c")]
    [InlineData("; charset=c", "", "c")]
    [InlineData(" ", "", null)]
    [InlineData(null, "", null)]
    public void The_name_and_the_charset_are_read_from_what_servers_write(string? value, string name, string? charset)
    {
        var type = MediaType.Parse(value);

        Assert.Equal(name, type.Name.ToString());
        Assert.Equal(name.Length == 0, type.IsEmpty);
        Assert.Equal(charset, type.Charset);
    }

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("TEXT/JSON;x", true)]
    [InlineData("application/problem+json; charset=utf-8", true)]
    [InlineData("application/jsonp", false)]
    [InlineData("text/plain; application/json", false)]
    [InlineData(null, false)]
    public void One_JSON_document_is_recognized(string? value, bool expected) => Assert.Equal(expected, MediaType.Parse(value).IsJson);

    [Theory]
    [InlineData("application/x-ndjson", true)]
    [InlineData("text/event-stream; charset=utf-8", true)]
    [InlineData("application/json-patch+json", true)]
    [InlineData("text/html; profile=json", false)]
    public void JSON_in_any_form_is_recognized(string value, bool expected) => Assert.Equal(expected, MediaType.Parse(value).ContainsJson);

    [Theory]
    [InlineData("multipart/form-data; boundary=abc", "abc")]
    [InlineData("Multipart/Mixed; Boundary=\"a b;c\\\"d\"", "a b;c\"d")]
    [InlineData("multipart/form-data", null)]
    [InlineData("multipart/form-data; boundary=\"\"", null)]
    public void The_boundary_of_a_multipart_type_is_read(string value, string? boundary)
    {
        Assert.True(MediaType.Parse(value).IsMultipart);
        Assert.Equal(boundary, MediaType.Parse(value).Boundary);
    }

    [Fact]
    public void A_form_is_recognized_by_the_whole_name()
    {
        Assert.True(MediaType.Parse("application/x-www-form-urlencoded; charset=utf-8").IsForm);
        Assert.False(MediaType.Parse("application/x-www-form-urlencoded2").IsForm);
    }
}
