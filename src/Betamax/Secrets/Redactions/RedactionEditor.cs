using System.Text;
using System.Text.Unicode;
using Betamax.Http;
using Betamax.Secrets.Editing;

namespace Betamax.Secrets.Redactions;

/// <summary>Redacts a message: first the values under the names of secrets, then what the user's own rules find.</summary>
internal sealed class RedactionEditor(SecretFields fields, IReadOnlyList<IRedactionRule> rules) : MessageEditor
{
    public override string EditUri(string uri) => ApplyRules(UriRedaction.Redact(uri, fields));

    protected override string EditHeader(string name, string value) => ApplyRules(HeaderRedaction.Redact(name, value, fields));

    protected override string EditErrorMessage(string message) => ApplyRules(message);

    protected override ReadOnlyMemory<byte> EditContent(ReadOnlyMemory<byte> content, MediaType type)
    {
        var redacted = BodyRedaction.Redact(content, type, fields);
        if (rules.Count == 0 || !Utf8.IsValid(redacted.Span))
        {
            return redacted;
        }

        var text = Encoding.UTF8.GetString(redacted.Span);
        var changed = ApplyRules(text);
        return changed == text ? redacted : Encoding.UTF8.GetBytes(changed);
    }

    private string ApplyRules(string text)
    {
        foreach (var rule in rules)
        {
            text = rule.Redact(text) ?? throw new InvalidOperationException($"The redaction rule {rule} returned null.");
        }

        return text;
    }
}
