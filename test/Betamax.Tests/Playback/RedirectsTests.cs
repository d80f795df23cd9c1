using System.Net;
using Betamax.Playback;

namespace Betamax.Tests.Playback;

public sealed class RedirectsTests
{
    [Theory]
    [InlineData("https://a.example/", "http://a.example/", null)]
    [InlineData("https://a.example/", "//b.example/", "https://b.example/")]
    [InlineData("http://a.example/", "https://a.example/", "https://a.example/")]
    [InlineData("https://a.example/x?y#z", "https://b.example/", "https://b.example/#z")]
    public void A_redirect_from_https_to_http_is_not_followed(string from, string location, string? next)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, from);
        using var response = new HttpResponseMessage(HttpStatusCode.Found);
        response.Headers.TryAddWithoutValidation("Location", location);

        Assert.Equal(next, Redirects.FindTarget(request, response)?.AbsoluteUri);
    }
}
