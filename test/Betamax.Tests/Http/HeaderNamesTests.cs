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
}
