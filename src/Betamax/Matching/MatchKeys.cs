using Betamax.Matching.Facets;

namespace Betamax.Matching;

/// <summary>The one key of a request: the same for two requests where all matchers with keys see the same in them.</summary>
internal sealed class MatchKeys(IReadOnlyList<RequestMatcher> matchers)
{
    private readonly KeyedRequestMatcher[] _keyed = [.. matchers.OfType<KeyedRequestMatcher>()];

    private readonly bool _areMethodAndUri =
        matchers is [var method, var uri] && method == RequestMatchers.Method && uri == RequestMatchers.Uri;

    public string Of(RecordedRequest request) => _keyed switch
    {
        [] => "",
        [var only] => only.KeyOf(request),
        [var method, var uri] when _areMethodAndUri => Line(method.KeyOf(request), uri.KeyOf(request)),
        _ => Join(request),
    };

    /// <summary>
    /// What is the key of a request by the default matchers if method and URI are in their normal form, as most are, and else
    /// nobody's; <see langword="null"/> with other matchers.
    /// </summary>
    public string? OfText(string method, string uri) => _areMethodAndUri ? Line(method, uri) : null;

    // Most requests are GETs, and then nothing is copied. The key of no URI begins with a method and a space.
    private static string Line(string method, string uri) => method == "GET" ? uri : $"{method} {uri}";

    private string Join(RecordedRequest request)
    {
        var keys = new KeyBuilder();
        foreach (var matcher in _keyed)
        {
            keys.Add(matcher.KeyOf(request));
        }

        return keys.ToString();
    }
}
