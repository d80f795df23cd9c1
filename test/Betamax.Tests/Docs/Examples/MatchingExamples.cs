#pragma warning disable IDE0007, IDE0011 // Examples name their types and stay short.

namespace Betamax.Tests.Docs.Examples;

/// <summary>The examples of docs/matching.md. They are compiled.</summary>
internal static class MatchingExamples
{
    public static CassetteOptions Chosen()
    {
        var options = new CassetteOptions
        {
            MatchRequestsOn = [RequestMatchers.Method, RequestMatchers.Uri, RequestMatchers.JsonBody],
        };

        return options;
    }

    public static RequestMatcher[] Ignoring()
    {
        RequestMatcher uri = RequestMatchers.Uri.Ignoring("oauth_nonce", "oauth_timestamp");
        RequestMatcher query = RequestMatchers.Query.Ignoring("cacheBuster").InAnyOrder();
        RequestMatcher json = RequestMatchers.JsonBody.Ignoring("$.id", "$.items[*].id", "$..etag");
        RequestMatcher headers = RequestMatchers.Headers.Except("X-Request-Id", "User-Agent");

        return [uri, query, json, headers, RequestMatchers.Headers.Only("Accept", "X-Tenant")];
    }

    public static RequestMatcher[] Own()
    {
        RequestMatcher collection = RequestMatchers.Create(
            "collection", request => request.Uri[..request.Uri.LastIndexOf('/')], RequestParts.Uri);
        RequestMatcher sameLength = RequestMatchers.Create(
            "same-length", (request, recorded) => request.Body.Bytes.Length == recorded.Body.Bytes.Length, RequestParts.Body);

        return [collection, sameLength];
    }

    public sealed class TenantMatcher() : KeyedRequestMatcher("tenant")
    {
        public override RequestParts Reads => RequestParts.Headers;

        public override string KeyOf(RecordedRequest request) =>
            request.Headers.TryGetValue("X-Tenant", out var values) ? values[0].ToLowerInvariant() : "";

        public override MatcherRemedy? SuggestRemedy(RecordedRequest request, RecordedRequest recorded) =>
            new("leave TenantMatcher out", []);
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

    public static void Compared()
    {
        IReadOnlyList<Interaction> before = Cassette.Load("before.json").Interactions;
        IReadOnlyList<Interaction> after = Cassette.Load("after.json").Interactions;

        foreach (InteractionPair pair in InteractionPairing.Pair(before, after).Pairs)
        {
            foreach (InteractionDifference difference in InteractionComparison.Compare(before[pair.Before], after[pair.After]))
            {
                Console.WriteLine($"{difference.Side} {difference.Place}: {difference.Before} -> {difference.After}");
            }
        }
    }
}
