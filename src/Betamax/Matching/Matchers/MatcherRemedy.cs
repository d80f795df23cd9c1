namespace Betamax;

/// <summary>
/// What a user can put in place of a matcher, so that two requests match that differ. A refusal shows it only if the
/// replacements do match the two requests.
/// </summary>
/// <param name="Text">The change as a user would write it, such as <c>RequestMatchers.Uri.Ignoring("nonce")</c>.</param>
/// <param name="Replacements">The matchers that take the place of the one that differs.</param>
public sealed record MatcherRemedy(string Text, IReadOnlyList<RequestMatcher> Replacements)
{
    /// <summary>Whether all replacements match two requests.</summary>
    /// <param name="request">The live request.</param>
    /// <param name="recorded">The recorded request.</param>
    public bool LeadsToMatch(RecordedRequest request, RecordedRequest recorded) =>
        Replacements.All(matcher => matcher.Matches(request, recorded));
}
