namespace Betamax.Benchmarks.Traffic;

/// <summary>The floor of playing by JSON bodies: parses the body and looks up the answer by a hash of its values.</summary>
internal sealed class JsonHashHandler(int length) : HttpMessageHandler
{
    private readonly Dictionary<long, byte[]> _answers =
        Enumerable.Range(0, length).ToDictionary(number => JsonHash.Of(Exchanges.BodyOf(number)), Exchanges.BodyOf);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        DictionaryHandler.Answer(request, _answers[JsonHash.Of(await request.Content!.ReadAsByteArrayAsync(cancellationToken))]);
}
