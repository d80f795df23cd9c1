using System.Net.Http.Headers;
using System.Text;

namespace Quickstart;

/// <summary>One HTTP call, and its name in the table.</summary>
internal sealed record Call(string Name, HttpMethod Method, Uri Uri)
{
    public string? Json { get; init; }

    /// <summary>Creates a GET from a URL on the command line.</summary>
    public static Call ToUrl(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new Call($"GET {uri.Authority}{uri.PathAndQuery}", HttpMethod.Get, uri)
            : throw new CallException($"'{url}' is not a URL that starts with http:// or https://.");

    /// <summary>Sends the call over the network, where it can fail. Otherwise the same as <see cref="AskAsync"/>.</summary>
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

/// <summary>A call could not be made: its URL is invalid, or there is no answer.</summary>
internal sealed class CallException(string message) : Exception(message);
