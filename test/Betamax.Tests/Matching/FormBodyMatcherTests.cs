
namespace Betamax.Tests.Matching;

public sealed class FormBodyMatcherTests
{
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("a=1&b=x+y", Form, "b=x%20y&a=1", Form)]
    [InlineData("a=%C3%A9", Form, "a=é", Form + "; charset=utf-8")]
    [InlineData("a=1&b=2", null, "b=2&a=1", "APPLICATION/X-WWW-FORM-URLENCODED")]
    [InlineData("a=1", "text/plain", "a=1", "application/json")]
    [InlineData("", Form, "", "text/plain")]
    public void Different_spellings_of_a_form_match(string one, string? oneType, string other, string? otherType) =>
        RequestMatchers.FormUrlEncodedBody.AssertMatch(Requests.Body(one, oneType), Requests.Body(other, otherType));

    [Theory]
    [InlineData("a=1&b=2", "text/plain", "b=2&a=1", "text/plain", "body: 7 bytes, different from byte 0: a=1&b=2 / 7 bytes, different from byte 0: b=2&a=1")]
    [InlineData("a=1&b=2", Form, "a=1&b=3", Form, "form 'b': 2 / 3")]
    [InlineData("a=1", Form, "", Form, "body: a form / nothing", "form 'a': 1 / nothing")]
    [InlineData("a=1", Form, "a=1", "text/plain", "body: a form / 3 bytes: a=1", "form 'a': 1 / nothing")]
    public void A_field_that_differs_is_named(string asked, string askedType, string recorded, string recordedType, params string[] differences)
    {
        RecordedRequest one = Requests.Body(asked, askedType), other = Requests.Body(recorded, recordedType);
        RequestMatchers.FormUrlEncodedBody.AssertMatch(one, other, expected: false);
        Assert.Equal(differences, RequestMatchers.FormUrlEncodedBody.Explain(one, other).Lines());
    }

    [Fact]
    public void Different_bytes_that_are_not_text_do_not_match() =>
        RequestMatchers.FormUrlEncodedBody.AssertMatch(Requests.Body([0x61, 0x3D, 0xFF]), Requests.Body([0x61, 0x3D, 0xFE]), expected: false);
}
