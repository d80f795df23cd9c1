namespace Betamax.Tests.AsLive;

/// <summary>How a client is called: synchronously or not, with the body buffered or not.</summary>
internal sealed record Style(bool Async, HttpCompletionOption Completion)
{
    public static IReadOnlyList<Style> All { get; } =
    [
        new(true, HttpCompletionOption.ResponseContentRead),
        new(true, HttpCompletionOption.ResponseHeadersRead),
        new(false, HttpCompletionOption.ResponseContentRead),
        new(false, HttpCompletionOption.ResponseHeadersRead),
    ];

    public async Task<HttpResponseMessage> Send(HttpClient client, HttpRequestMessage request, CancellationToken cancellation) =>
        Async
            ? await client.SendAsync(request, Completion, cancellation)
            : client.Send(request, Completion, cancellation);

    public async Task<byte[]> Read(HttpContent content, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        if (Async)
        {
            await content.CopyToAsync(body, cancellation);
        }
        else if (Completion == HttpCompletionOption.ResponseContentRead)
        {
            content.CopyTo(body, context: null, cancellation);
        }
        else
        {
            // Reads until a read returns nothing, and not once more. Most readers do this.
            using var stream = content.ReadAsStream(cancellation);
            var buffer = new byte[1000];
            for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
            {
                body.Write(buffer, 0, count);
            }
        }

        return body.ToArray();
    }
}
