namespace Betamax.Matching.Facets;

/// <summary>A matcher that is nothing but its reading of a request: two requests match when they read the same.</summary>
/// <param name="name">Its name.</param>
/// <param name="read">Its reading.</param>
/// <param name="readsBody">Whether the body is read.</param>
internal sealed class FacetMatcher(string name, Func<RecordedRequest, IReadOnlyList<Facet>> read, bool readsBody = false)
    : KeyedRequestMatcher(name)
{
    internal override bool ReadsBody => readsBody;

    public override string KeyOf(RecordedRequest request) => FacetComparison.KeyOf(read(request));

    public override IReadOnlyList<RequestDifference> Explain(RecordedRequest request, RecordedRequest recorded) =>
        FacetComparison.Differences(read(request), read(recorded));
}
