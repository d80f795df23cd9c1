namespace Betamax.Matching.Facets;

/// <summary>A matcher that is nothing but its reading of a request: two requests match when they read the same.</summary>
internal sealed class FacetMatcher(string name, Func<RecordedRequest, IReadOnlyList<Facet>> read) : KeyedRequestMatcher(name)
{
    public override string KeyOf(RecordedRequest request) => FacetComparison.KeyOf(read(request));

    public override IReadOnlyList<RequestDifference> Explain(RecordedRequest request, RecordedRequest recorded) =>
        FacetComparison.Differences(read(request), read(recorded));
}
