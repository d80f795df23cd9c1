using System.Net;
using System.Net.Http.Headers;

namespace Betamax.Interop.Tests.Exchanges;

/// <summary>Sends the requests of a scenario like a .NET application.</summary>
internal static class DotNetClient
{
    /// <summary>Sends the requests one after the other and returns the final response of each.</summary>
    public static async Task<List<Seen>> SendAsync(HttpClient client, IEnumerable<Step> steps)
    {
        var seen = new List<Seen>();
        foreach (var step in steps)
        {
            seen.Add(await SendAsync(client, step));
        }

        return seen;
    }

    private static async Task<Seen> SendAsync(HttpClient client, Step step)
    {
        using var first = await client.SendAsync(RequestFor(step), Completion(step));
        if (step.Digest is not [var user, var password] || first.StatusCode != HttpStatusCode.Unauthorized)
        {
            return Seen.From(first, await ReadAsync(first, step.Stream));
        }

        var second = RequestFor(step);
        var challenge = Assert.Single(first.Headers.WwwAuthenticate);
        second.Headers.Authorization = DigestAuthentication.Answer(challenge, second, user, password);
        using var response = await client.SendAsync(second, Completion(step));
        return Seen.From(response, await ReadAsync(response, step.Stream));
    }

    private static HttpCompletionOption Completion(Step step) =>
        step.Stream ? HttpCompletionOption.ResponseHeadersRead : HttpCompletionOption.ResponseContentRead;

    private static HttpRequestMessage RequestFor(Step step)
    {
        var request = new HttpRequestMessage(new HttpMethod(step.Method), step.Uri);
        if (step.Body is not null)
        {
            request.Content = new ByteArrayContent(step.Body);
        }

        foreach (var (name, value) in step.Headers)
        {
            if (name == "Content-Type")
            {
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else
            {
                Assert.True(request.Headers.TryAddWithoutValidation(name, value));
            }
        }

        return request;
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, bool piecewise)
    {
        if (!piecewise)
        {
            return await response.Content.ReadAsByteArrayAsync();
        }

        using var stream = await response.Content.ReadAsStreamAsync();
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole, bufferSize: 7);
        return whole.ToArray();
    }
}
