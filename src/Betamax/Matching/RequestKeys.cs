using Betamax.Matching.Values;

namespace Betamax.Matching;

/// <summary>
/// Computes one key for a request from all matchers that have keys. Most live requests have exactly the method and the URI of
/// a recording, so a key that takes time to compute from these is remembered.
/// </summary>
internal sealed class RequestKeys
{
    private readonly List<KeyedRequestMatcher> _lineMatchers = [];
    private readonly List<KeyedRequestMatcher> _otherMatchers = [];
    private readonly Dictionary<string, LineKey> _lineKeys = [];

    public RequestKeys(IReadOnlyList<RequestMatcher> matchers)
    {
        foreach (var matcher in matchers)
        {
            if (matcher is KeyedRequestMatcher keyed)
            {
                var readsLineOnly = (matcher.Reads & ~(RequestParts.Method | RequestParts.Uri)) == 0;
                (readsLineOnly ? _lineMatchers : _otherMatchers).Add(keyed);
            }
        }
    }

    /// <summary>The key of a request. Safe to call from any thread once all keys are remembered.</summary>
    public string KeyOf(RecordedRequest request) =>
        KeyOf(request, FindPlainKey(request) ?? Recall(request) ?? Join(_lineMatchers, request));

    /// <summary>The same, and remembers it for requests with this method and URI.</summary>
    public string RememberKeyOf(RecordedRequest request)
    {
        var lineKey = FindPlainKey(request) ?? Recall(request);
        if (lineKey is null)
        {
            lineKey = Join(_lineMatchers, request);
            _lineKeys[request.Uri] = new(request.Method, lineKey, _lineKeys.GetValueOrDefault(request.Uri));
        }

        return KeyOf(request, lineKey);
    }

    private string KeyOf(RecordedRequest request, string lineKey) =>
        _otherMatchers.Count == 0 ? lineKey : new KeyBuilder().Add(lineKey).Add(Join(_otherMatchers, request)).ToString();

    /// <summary>What <see cref="Join"/> returns, if all matchers have a plain key; <see langword="null"/> otherwise.</summary>
    private string? FindPlainKey(RecordedRequest request)
    {
        for (var i = 0; i < _lineMatchers.Count; i++)
        {
            var key = _lineMatchers[i].FindPlainKey(request);
            if (i == _lineMatchers.Count - 1)
            {
                return key;
            }

            if (key is not "")
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>
    /// Joins the keys of matchers. If only the last one is not empty, it is the key: the key of a GET is that of its URI.
    /// Joined keys never begin with a letter, so the two kinds of keys always differ.
    /// </summary>
    private static string Join(List<KeyedRequestMatcher> matchers, RecordedRequest request)
    {
        var key = new KeyBuilder();
        var last = "";
        var onlyLast = true;
        for (var i = 0; i < matchers.Count; i++)
        {
            onlyLast &= last.Length == 0;
            last = matchers[i].KeyOf(request);
            key.Add(last);
        }

        return matchers.Count == 1 || (onlyLast && last is [>= 'a' and <= 'z', ..]) ? last : key.ToString();
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
    /// <param name="method">The method.</param>
    /// <param name="key">The key.</param>
    /// <param name="next">The key of another method of the same URI.</param>
    private sealed class LineKey(string method, string key, LineKey? next)
    {
        public string Method => method;

        public string Key => key;

        public LineKey? Next => next;
    }
}
