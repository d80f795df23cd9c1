using Betamax.Matching.Values;

namespace Betamax;

/// <summary>
/// A matcher that computes a key for a request: two requests match if their keys are equal. Recordings are indexed by key, so
/// a match is found among 100,000 recordings as fast as among 10.
/// </summary>
public abstract class KeyedRequestMatcher : RequestMatcher
{
    /// <inheritdoc/>
    protected KeyedRequestMatcher(string name)
        : base(name)
    {
    }

    /// <summary>The key of a live or recorded request. It must depend on the request only.</summary>
    /// <param name="request">The request.</param>
    public abstract string KeyOf(RecordedRequest request);

    /// <summary>
    /// The same key, if it takes no time to compute; <see langword="null"/> otherwise. It is empty, or begins with a
    /// lower-case letter.
    /// </summary>
    internal virtual string? FindPlainKey(RecordedRequest request) => null;

    /// <summary>Whether two requests have the same key.</summary>
    /// <param name="request">The live request.</param>
    /// <param name="recorded">The recorded request.</param>
    public sealed override bool Matches(RecordedRequest request, RecordedRequest recorded) =>
        string.Equals(KeyOf(request), KeyOf(recorded), StringComparison.Ordinal);

    /// <summary>Explains why two requests do not match. By default it shows both keys.</summary>
    /// <param name="request">The live request.</param>
    /// <param name="recorded">The recorded request.</param>
    public override IReadOnlyList<RequestDifference> Explain(RecordedRequest request, RecordedRequest recorded) =>
        ComparedValues.Explain([new(Name, KeyOf(request))], [new(Name, KeyOf(recorded))]);
}
