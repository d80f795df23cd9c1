namespace Betamax;

/// <summary>
/// A redaction rule of your own, such as one that replaces your organization's keys wherever they occur. Both the recorded
/// and the live request are redacted before they are compared, so a rule must give the same result for the same text.
/// </summary>
public interface IRedactionRule
{
    /// <summary>
    /// Returns a text without its secrets; the same text if it has none. <see cref="Redaction.Replacement"/> is the usual
    /// text in place of a secret. Applied to its own result, the rule must not change it again. It may be called on several
    /// threads at once.
    /// </summary>
    /// <param name="text">
    /// A URI, the value of a header, the message of an exception, or a body that is text, decompressed.
    /// </param>
    string Redact(string text);
}
