using System.Net;

namespace Betamax.Benchmarks.Traffic;

/// <summary>The floor of playing: a test double that looks up its answers by URI and does nothing else.</summary>
internal sealed class DictionaryHandler(IReadOnlyDictionary<string, byte[]> answers) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request, answers[request.RequestUri!.AbsoluteUri]));

    public static HttpResponseMessage Answer(HttpRequestMessage request, byte[] body)
    {
        var content = new ByteArrayContent(body);
        return new(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
