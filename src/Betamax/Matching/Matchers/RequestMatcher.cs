namespace Betamax;

/// <summary>
/// A name and a rule that decides whether a live request matches a recorded one. The built-in matchers are the properties of
/// <see cref="RequestMatchers"/>. To write your own, pass a delegate to
/// <see cref="RequestMatchers.Create(string, Func{RecordedRequest, RecordedRequest, bool}, RequestParts)"/>, or derive from this
/// class or, where possible, from <see cref="KeyedRequestMatcher"/>.
/// </summary>
/// <remarks>
/// A matcher without a key compares a request with one recording after another, so its cost grows with the number of
/// recordings that the other matchers accept. A matcher must have no side effects and must be safe to call from any thread.
/// Its exceptions reach the caller of the client.
/// </remarks>
public abstract class RequestMatcher
{
    /// <summary>Creates a matcher.</summary>
    /// <param name="name">The name that messages show, such as <c>json-body</c>.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    protected RequestMatcher(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The name that messages show.</summary>
    public string Name { get; }

    /// <summary>
    /// The parts of a request that the matcher reads; all by default. A part that no matcher reads may be missing from the
    /// live request. A request body that no matcher reads is streamed and not buffered.
    /// </summary>
    public virtual RequestParts Reads => RequestParts.All;

    /// <summary>Whether a live request matches a recorded one.</summary>
    /// <param name="request">The live request.</param>
    /// <param name="recorded">The recorded request.</param>
    public abstract bool Matches(RecordedRequest request, RecordedRequest recorded);

    /// <summary>Explains why two requests do not match: one entry for each place in which they differ. Empty by default.</summary>
    /// <param name="request">The live request.</param>
    /// <param name="recorded">The recorded request.</param>
    public virtual IReadOnlyList<RequestDifference> Explain(RecordedRequest request, RecordedRequest recorded) => [];

    /// <summary>
    /// Suggests a replacement for this matcher with which two different requests match. It should ignore their differences
    /// and nothing else. Returns <see langword="null"/> by default, which suggests nothing.
    /// </summary>
    /// <param name="request">The live request.</param>
    /// <param name="recorded">The recorded request.</param>
    public virtual MatcherRemedy? SuggestRemedy(RecordedRequest request, RecordedRequest recorded) => null;

    /// <summary>The name of the matcher.</summary>
    public override string ToString() => Name;
}
