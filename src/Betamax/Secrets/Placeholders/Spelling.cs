namespace Betamax.Secrets.Placeholders;

/// <summary>
/// One of the ways in which programs write a value in a URI, a form or JSON. What they write of a placeholder's text is often
/// the text itself, so that the tape has a mark of its own for each: the text with more escapes than it needs.
/// </summary>
/// <param name="Encode">Writes a value.</param>
/// <param name="Mark">Writes a placeholder's text, so that it tells how the value was written.</param>
internal sealed record Spelling(Func<string, string> Encode, Func<string, string> Mark);
