namespace Betamax.Matching.Facets;

/// <summary>A matcher that is nothing but its reading of a request: two requests match when they read the same.</summary>
/// <param name="name">Its name.</param>
/// <param name="read">Its reading.</param>
/// <param name="readsBody">Whether the body is read.</param>
/// <param name="readsHeaders">Whether the headers are read.</param>
internal sealed class FacetMatcher(
    string name, Func<RecordedRequest, IReadOnlyList<Facet>> read, bool readsBody = false, bool readsHeaders = false)
    : KeyedRequestMatcher(name)
{
    /// <summary>A shorter way to the key: the same for two requests exactly where they read the same.</summary>
    public Func<RecordedRequest, string>? Key { get; init; }

    internal override bool ReadsBody => readsBody;

    internal override bool ReadsHeaders => readsHeaders;

    public override string KeyOf(RecordedRequest request) =>
        Key is null ? FacetComparison.KeyOf(read(request)) : Key(request);

    public override IReadOnlyList<RequestDifference> Explain(RecordedRequest request, RecordedRequest recorded) =>
        FacetComparison.Differences(read(request), read(recorded));
}
