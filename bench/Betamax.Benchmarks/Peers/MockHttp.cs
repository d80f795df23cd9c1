using Betamax.Benchmarks.Traffic;
using RichardSzalay.MockHttp;

namespace Betamax.Benchmarks.Peers;

/// <summary>A stub for HttpClient: its answers are definitions in the test, which it looks through one after the other.</summary>
internal static class MockHttp
{
    /// <summary>Beyond this many definitions a round would take minutes.</summary>
    public const int MostAnswers = 1_000;

    public static HttpClient ClientOf(int length)
    {
        var handler = new MockHttpMessageHandler();
        for (var number = 0; number < length; number++)
        {
            var body = Exchanges.BodyOf(number);
            handler.When(HttpMethod.Get, Exchanges.UriOf(number)).Respond(_ => new ByteArrayContent(body));
        }

        return handler.ToHttpClient();
    }
}
