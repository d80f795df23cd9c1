namespace Betamax;

/// <summary>Something in an interaction that looks like a secret: its kind and its place, never its value.</summary>
/// <param name="Rule">The name of the rule that found it, such as <c>github-token</c>.</param>
/// <param name="Place">The place, such as <c>request header 'X-Key'</c> or <c>response body at $.items[0].note</c>.</param>
/// <param name="InteractionIndex">The position of the interaction in its cassette, from 0.</param>
/// <param name="Method">The method of the request.</param>
/// <param name="Uri">The URI of the request, as the cassette has it. Path and query are hidden if they contain a leak.</param>
public sealed record SecretLeak(string Rule, string Place, int InteractionIndex, string Method, string Uri);
