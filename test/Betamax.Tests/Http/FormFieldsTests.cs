using Betamax.Http;

namespace Betamax.Tests.Http;

public sealed class FormFieldsTests
{
    [Theory]
    [InlineData("a=1&b=2", "a=1|b=2")]
    [InlineData("a&b=&=c&a=1=2", "a|b=|=c|a=1=2")]
    [InlineData("&&a=1&", "a=1")]
    [InlineData("", "")]
    public void Names_and_values_are_read_with_their_places(string text, string expected)
    {
        var read = new List<string>();
        var fields = FormFields.Read(text, "&");
        while (fields.MoveNext())
        {
            read.Add(text[fields.Name] + (fields.HasValue ? "=" : "") + text[fields.Value]);
        }

        Assert.Equal(expected, string.Join('|', read));
    }

    [Fact]
    public void Bytes_are_read_like_text()
    {
        var form = "a=\u00E9&b"u8;
        var fields = FormFields.Read(form);

        Assert.True(fields.MoveNext());
        Assert.Equal("\u00E9"u8.ToArray(), form[fields.Value].ToArray());
        Assert.True(fields.MoveNext());
        Assert.False(fields.HasValue);
        Assert.False(fields.MoveNext());
    }

    [Fact]
    public void Any_of_several_characters_may_separate_fields()
    {
        var fields = FormFields.Read("a=1#b=2", "&#");

        Assert.True(fields.MoveNext() && fields.MoveNext());
        Assert.Equal(4..5, fields.Name);
    }
}
