using Betamax.Benchmarks.Traffic;
using RichardSzalay.MockHttp;

namespace Betamax.Benchmarks.Peers;

/// <summary>A stub for HttpClient. It searches the definitions of its answers one after the other.</summary>
internal static class MockHttp
{
    /// <summary>With more definitions, a round would take minutes.</summary>
    public const int MostAnswers = 1_000;

    private static readonly byte[] Body = Exchanges.BodyOf(1);

    public static HttpClient ClientOf(IEnumerable<string> uris)
    {
        var handler = new MockHttpMessageHandler();
        foreach (var uri in uris)
        {
            handler.When(HttpMethod.Get, uri).Respond(_ => new ByteArrayContent(Body));
        }

        return handler.ToHttpClient();
    }
}
