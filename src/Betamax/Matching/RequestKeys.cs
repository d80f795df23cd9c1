using Betamax.Matching.Values;

namespace Betamax.Matching;

/// <summary>
/// Computes one key for a request from all matchers that have keys. Most live requests have the method and the URI of a
/// recording, letter for letter, so the keys of these are remembered and not computed again.
/// </summary>
internal sealed class RequestKeys
{
    private readonly KeyedRequestMatcher[] _lineMatchers;
    private readonly KeyedRequestMatcher[] _otherMatchers;
    private readonly Dictionary<string, LineKey> _lineKeys = [];

    public RequestKeys(IReadOnlyList<RequestMatcher> matchers)
    {
        var keyed = matchers.OfType<KeyedRequestMatcher>().ToLookup(matcher => (matcher.Reads & ~(RequestParts.Method | RequestParts.Uri)) == 0);
        _lineMatchers = [.. keyed[true]];
        _otherMatchers = [.. keyed[false]];
    }

    /// <summary>The key of a request. Safe to call from any thread once all keys are remembered.</summary>
    public string KeyOf(RecordedRequest request) =>
        KeyOf(request, Recall(request) ?? Join(_lineMatchers, request));

    /// <summary>The same, and remembers it for requests with this method and URI.</summary>
    public string RememberKeyOf(RecordedRequest request)
    {
        if (Recall(request) is not { } lineKey)
        {
            lineKey = Join(_lineMatchers, request);
            _lineKeys[request.Uri] = new(request.Method, lineKey, _lineKeys.GetValueOrDefault(request.Uri));
        }

        return KeyOf(request, lineKey);
    }

    private string KeyOf(RecordedRequest request, string lineKey) =>
        _otherMatchers.Length == 0 ? lineKey : new KeyBuilder().Add(lineKey).Add(Join(_otherMatchers, request)).ToString();

    private static string Join(KeyedRequestMatcher[] matchers, RecordedRequest request)
    {
        if (matchers is [var only])
        {
            return only.KeyOf(request);
        }

        var key = new KeyBuilder();
        foreach (var matcher in matchers)
        {
            key.Add(matcher.KeyOf(request));
        }

        return key.ToString();
    }

    private string? Recall(RecordedRequest request)
    {
        for (var line = _lineKeys.GetValueOrDefault(request.Uri); line is not null; line = line.Next)
        {
            if (line.Method == request.Method)
            {
                return line.Key;
            }
        }

        return null;
    }

    /// <summary>The key of the requests with one method and one URI, as written.</summary>
    /// <param name="Method">The method.</param>
    /// <param name="Key">The key.</param>
    /// <param name="Next">The key of another method of the same URI.</param>
    private sealed record LineKey(string Method, string Key, LineKey? Next);
}
