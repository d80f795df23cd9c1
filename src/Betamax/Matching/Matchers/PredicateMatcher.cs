namespace Betamax.Matching.Matchers;

/// <summary>A matcher made from a delegate that compares two requests.</summary>
internal sealed class PredicateMatcher(string name, Func<RecordedRequest, RecordedRequest, bool> matches, RequestParts reads)
    : RequestMatcher(name)
{
    public override RequestParts Reads => reads;

    public override bool Matches(RecordedRequest request, RecordedRequest recorded) => matches(request, recorded);
}
