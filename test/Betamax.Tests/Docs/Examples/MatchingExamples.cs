#pragma warning disable IDE0007, IDE0011 // Examples name their types and stay short.

namespace Betamax.Tests.Docs.Examples;

/// <summary>The examples of docs/matching.md. They are compiled.</summary>
internal static class MatchingExamples
{
    public static CassetteOptions Refined()
    {
        var options = new CassetteOptions
        {
            MatchRequestsOn =
            [
                RequestMatchers.Method,
                RequestMatchers.Host,
                RequestMatchers.Path,
                RequestMatchers.JsonBody.Ignoring("$.id", "$.items[*].id", "$..etag"),
                RequestMatchers.Headers.Only("Accept", "X-Tenant"),
            ],
        };

        return options;
    }

    public static RequestMatcher[] Own()
    {
        RequestMatcher collection = RequestMatchers.Create("collection", request => request.Uri[..request.Uri.LastIndexOf('/')]);
        RequestMatcher sameLength = RequestMatchers.Create(
            "same-length", (request, recorded) => request.Body.Bytes.Length == recorded.Body.Bytes.Length);

        return [collection, sameLength];
    }

    public static async Task Refused(HttpClient client)
    {
        try
        {
            await client.GetStringAsync("https://httpbin.org/get");
        }
        catch (UnhandledRequestException refusal) when (refusal.UsedUp.Count > 0)
        {
            Console.WriteLine($"#{refusal.UsedUp[0].Index} was played for request {refusal.UsedUp[0].PlayedFor} of this run.");
        }
    }
}
