namespace Betamax;

/// <summary>
/// A name and a rule that says whether a live request is the one that was recorded. Those that come with the library
/// stand in <see cref="RequestMatchers"/>; your own is a delegate (<see cref="RequestMatchers.Create(string, Func{RecordedRequest, RecordedRequest, bool})"/>)
/// or a class derived from this one or, better where it can be, from <see cref="KeyedRequestMatcher"/>.
/// </summary>
/// <remarks>
/// A matcher of this kind is asked about one candidate after another, so its cost grows with the number of recordings
/// that the other matchers leave. It must be pure and safe to call from any thread. What it throws reaches the caller.
/// </remarks>
public abstract class RequestMatcher
{
    /// <summary>Gives the matcher its name.</summary>
    /// <param name="name">The name by which messages call it, such as <c>json-body</c>.</param>
    protected RequestMatcher(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The name by which messages call it.</summary>
    public string Name { get; }

    /// <summary>Whether the body of a request must be known. Where nobody needs it, it can be streamed past.</summary>
    internal virtual bool ReadsBody => true;

    /// <summary>Whether the headers of a request must be known.</summary>
    internal virtual bool ReadsHeaders => true;

    /// <summary>Whether the live request is the recorded one, as far as this matcher looks.</summary>
    /// <param name="request">The live request.</param>
    /// <param name="recorded">The request on the cassette.</param>
    public abstract bool Matches(RecordedRequest request, RecordedRequest recorded);

    /// <summary>
    /// What differs between two requests that do not match, for a person to read: one entry for each place. Where there
    /// is nothing to say beyond the fact, it is empty, as it is by default.
    /// </summary>
    /// <param name="request">The live request.</param>
    /// <param name="recorded">The request on the cassette.</param>
    public virtual IReadOnlyList<RequestDifference> Explain(RecordedRequest request, RecordedRequest recorded) => [];

    /// <summary>The matcher's name.</summary>
    public override string ToString() => Name;
}
