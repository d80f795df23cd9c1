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
    private readonly Dictionary<RecordedRequest, string> _lineKeys = new(new LineComparer());

    public RequestKeys(IReadOnlyList<RequestMatcher> matchers)
    {
        var keyed = matchers.OfType<KeyedRequestMatcher>().ToLookup(matcher => (matcher.Reads & ~(RequestParts.Method | RequestParts.Uri)) == 0);
        _lineMatchers = [.. keyed[true]];
        _otherMatchers = [.. keyed[false]];
    }

    /// <summary>The key of a request. Safe to call from any thread once all keys are remembered.</summary>
    public string KeyOf(RecordedRequest request) =>
        KeyOf(request, _lineKeys.TryGetValue(request, out var known) ? known : Join(_lineMatchers, request));

    /// <summary>The same, and remembers it for requests with this method and URI.</summary>
    public string RememberKeyOf(RecordedRequest request)
    {
        if (!_lineKeys.TryGetValue(request, out var lineKey))
        {
            _lineKeys.Add(request, lineKey = Join(_lineMatchers, request));
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

    /// <summary>Compares requests by method and URI as written, and by nothing else.</summary>
    private sealed class LineComparer : IEqualityComparer<RecordedRequest>
    {
        public bool Equals(RecordedRequest? one, RecordedRequest? other) => one?.Uri == other?.Uri && one?.Method == other?.Method;

        public int GetHashCode(RecordedRequest request) => request.Uri.GetHashCode(StringComparison.Ordinal);
    }
}
