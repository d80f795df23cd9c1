namespace Betamax.Extensions.Http.Tests;

/// <summary>Adds its name to a header of each request, like a handler that signs requests, and counts the requests.</summary>
internal sealed class MarkingHandler(string name) : DelegatingHandler
{
    public const string Header = "X-Mark";

    public int Requests { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        request.Headers.Add(Header, name);
        return base.SendAsync(request, cancellationToken);
    }
}
