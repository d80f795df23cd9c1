using Betamax.Matching.Facets;

namespace Betamax.Matching;

/// <summary>A matcher made from a delegate that names a key for a request.</summary>
internal sealed class KeyMatcher(string name, Func<RecordedRequest, string> keyOf) : KeyedRequestMatcher(name)
{
    public override string KeyOf(RecordedRequest request) =>
        keyOf(request) ?? throw new InvalidOperationException($"The matcher '{Name}' gave null as the key of a request.");

    public override IReadOnlyList<RequestDifference> Explain(RecordedRequest request, RecordedRequest recorded) =>
        FacetComparison.Differences([new(Name, KeyOf(request))], [new(Name, KeyOf(recorded))]);
}
