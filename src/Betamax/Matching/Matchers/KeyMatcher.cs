namespace Betamax.Matching.Matchers;

/// <summary>A matcher made from a delegate that computes the key of a request.</summary>
internal sealed class KeyMatcher(string name, Func<RecordedRequest, string> keyOf, RequestParts reads) : KeyedRequestMatcher(name)
{
    public override RequestParts Reads => reads;

    public override string KeyOf(RecordedRequest request) =>
        keyOf(request) ?? throw new InvalidOperationException($"The matcher '{Name}' returned null as the key of a request.");
}
