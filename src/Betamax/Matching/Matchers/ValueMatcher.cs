using Betamax.Matching.Values;

namespace Betamax.Matching.Matchers;

/// <summary>A matcher that reads values from a request: two requests match if all values are equal.</summary>
internal abstract class ValueMatcher(string name, RequestParts reads) : KeyedRequestMatcher(name)
{
    public sealed override RequestParts Reads => reads;

    public override string KeyOf(RecordedRequest request) => ComparedValues.ToKey(Read(request));

    public sealed override IReadOnlyList<RequestDifference> Explain(RecordedRequest request, RecordedRequest recorded) =>
        ComparedValues.Explain(Read(request), Read(recorded));

    protected abstract IReadOnlyList<ComparedValue> Read(RecordedRequest request);
}
