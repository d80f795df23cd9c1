namespace Betamax;

/// <summary>
/// What a user can write in place of a matcher, so that two different requests match. A refusal shows it only if the
/// replacements match the two requests.
/// </summary>
/// <param name="Text">The change as a user would write it, such as <c>RequestMatchers.Uri.Ignoring("nonce")</c>.</param>
/// <param name="Replacements">The matchers that replace the one that does not match.</param>
public sealed record MatcherRemedy(string Text, IReadOnlyList<RequestMatcher> Replacements)
{
    /// <summary>Whether all replacements match two requests.</summary>
    /// <param name="request">The live request.</param>
    /// <param name="recorded">The recorded request.</param>
    public bool LeadsToMatch(RecordedRequest request, RecordedRequest recorded) =>
        Replacements.All(matcher => matcher.Matches(request, recorded));
}
