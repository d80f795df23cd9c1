using Betamax.Http;

namespace Betamax.Tests.Http;

public sealed class HeaderNamesTests
{
    [Theory]
    [InlineData("Location")]
    [InlineData("content-location")]
    [InlineData("REFERER")]
    [InlineData("Operation-Location")]
    [InlineData("Azure-AsyncOperation")]
    public void Headers_that_hold_a_URI_are_known_in_any_case(string name) => Assert.True(HeaderNames.HoldsUri(name));

    [Fact]
    public void A_Link_header_holds_more_than_a_URI() => Assert.False(HeaderNames.HoldsUri("Link"));

    [Theory]
    [InlineData("Allow")]
    [InlineData("Content-Disposition")]
    [InlineData("Content-Encoding")]
    [InlineData("Content-Language")]
    [InlineData("Content-Length")]
    [InlineData("Content-Location")]
    [InlineData("Content-MD5")]
    [InlineData("Content-Range")]
    [InlineData("Content-Type")]
    [InlineData("Expires")]
    [InlineData("Last-Modified")]
    [InlineData("Content-Security-Policy")]
    [InlineData("ETag")]
    public void Headers_of_the_content_are_those_that_NET_keeps_there(string name)
    {
        using var response = new HttpResponseMessage();

        Assert.Equal(!response.Headers.TryAddWithoutValidation(name, "x"), HeaderNames.BelongsToContent(name));
    }
}
