namespace Betamax;

/// <summary>What looks like a secret in an interaction that was to be saved: of what kind, and where; never the value.</summary>
/// <param name="Rule">The name of the rule, such as <c>github-token</c>.</param>
/// <param name="Where">The place, such as <c>request header 'X-Key'</c> or <c>response body at $.items[0].note</c>.</param>
/// <param name="InteractionIndex">
/// The position of the interaction, from 0, in <see cref="Recorder.Cassette"/> as it was on eject.
/// </param>
/// <param name="Method">The method of the request.</param>
/// <param name="Uri">Its URI, as it would stand on the tape; its path and query are hidden where they hold a leak.</param>
public sealed record SecretLeak(string Rule, string Where, int InteractionIndex, string Method, string Uri);
