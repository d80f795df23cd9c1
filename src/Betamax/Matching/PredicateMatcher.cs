namespace Betamax.Matching;

/// <summary>A matcher made from a delegate that compares two requests.</summary>
internal sealed class PredicateMatcher(string name, Func<RecordedRequest, RecordedRequest, bool> matches) : RequestMatcher(name)
{
    public override bool Matches(RecordedRequest request, RecordedRequest recorded) => matches(request, recorded);
}
