using System.Net.Http.Headers;
using System.Text;

namespace Quickstart;

/// <summary>One HTTP call: what to ask for, and the name that it has in the table.</summary>
internal sealed record Call(string Name, HttpMethod Method, Uri Uri)
{
    public string? Json { get; init; }

    /// <summary>A GET of a URL that somebody typed.</summary>
    public static Call ToUrl(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new Call($"GET {uri.Authority}{uri.PathAndQuery}", HttpMethod.Get, uri)
            : throw new CallException($"'{url}' is not a URL that starts with http:// or https://.");

    /// <summary>The same as <see cref="AskAsync"/>, for a call that goes over the network and may fail there.</summary>
    public async Task<Answer> AskLiveAsync(HttpClient client)
    {
        try
        {
            return await AskAsync(client);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            var reason = fault is OperationCanceledException
                ? $"no answer within {client.Timeout.TotalSeconds} s"
                : fault.GetBaseException().Message;
            throw new CallException($"{Uri} cannot be reached: {reason}");
        }
    }

    public async Task<Answer> AskAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(Method, Uri);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("betamax-quickstart", "1"));
        if (Json is not null)
        {
            request.Content = new StringContent(Json, Encoding.UTF8, "application/json");
        }

        return await Answer.ReadAsync(client, request);
    }
}

/// <summary>A call could not be made: its URL is wrong, or nobody answers there.</summary>
internal sealed class CallException(string message) : Exception(message);
