using System.Text;
using Betamax.Http;

namespace Betamax.Tests.Http;

public sealed class PercentEncodingTests
{
    [Theory]
    [InlineData("a%20b", "a b")]
    [InlineData("%41%c3%A9", "Aé")]
    [InlineData("100%", "100%")]
    [InlineData("%4", "%4")]
    [InlineData("%zz%41", "%zzA")]
    [InlineData("%%41", "%A")]
    [InlineData("a+b", "a+b")]
    [InlineData("", "")]
    public void Text_is_decoded_and_what_is_not_encoded_stays(string text, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(PercentEncoding.Decode(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void In_a_form_a_plus_sign_is_a_space_unless_it_is_encoded() => Assert.Equal("a b+c", FormFields.Decode("a+b%2Bc"u8));

    [Fact]
    public void Decoding_in_pieces_gives_the_same_as_at_once()
    {
        var text = "plain%41%zz%2"u8;
        for (var room = 1; room < text.Length; room++)
        {
            var decoded = new List<byte>();
            var buffer = new byte[room];
            for (var rest = text; !rest.IsEmpty;)
            {
                var (consumed, written) = PercentEncoding.Decode(rest, buffer);
                decoded.AddRange(buffer[..written]);
                rest = rest[consumed..];
            }

            Assert.Equal("plainA%zz%2"u8.ToArray(), decoded);
        }
    }

    [Theory]
    [InlineData("/a%7eb%2f", "/a~b%2F")]
    [InlineData("/é x", "/%C3%A9%20x")]
    [InlineData("/a+b", "/a+b")]
    [InlineData("/%", "/%25")]
    public void A_text_has_one_normal_form(string text, string expected) => Assert.Equal(expected, PercentEncoding.Normalize(text));
}
