namespace Betamax;

/// <summary>
/// A matcher that can name a key for a request: two requests match when their keys are the same. Recordings are indexed
/// by it, so finding a match costs the same on a tape of 10 and of 100,000 interactions.
/// </summary>
public abstract class KeyedRequestMatcher : RequestMatcher
{
    /// <inheritdoc/>
    protected KeyedRequestMatcher(string name)
        : base(name)
    {
    }

    /// <summary>The key of a request, live or recorded. It must depend on nothing but the request.</summary>
    /// <param name="request">The request.</param>
    public abstract string KeyOf(RecordedRequest request);

    /// <summary>Whether both requests have the same key.</summary>
    /// <param name="request">The live request.</param>
    /// <param name="recorded">The request on the cassette.</param>
    public sealed override bool Matches(RecordedRequest request, RecordedRequest recorded) =>
        string.Equals(KeyOf(request), KeyOf(recorded), StringComparison.Ordinal);
}
