using Betamax.Secrets.Redactions;

namespace Betamax;

/// <summary>
/// Keeps secrets off the cassette whose values are not known before. When an interaction is recorded, the values of secrets
/// are replaced by <c>&lt;REDACTED&gt;</c>, in the request and in the response. While recording, your code still sees the
/// real response. Names are compared without regard to case, hyphens and underscores. Immutable: every method returns a copy.
/// </summary>
public sealed class Redaction
{
    /// <summary>The text on the cassette in place of a secret.</summary>
    public const string Replacement = "<REDACTED>";

    private readonly SecretNames _headers;
    private readonly SecretNames _parameters;
    private readonly SecretNames _properties;
    private readonly IRedactionRule[] _rules;

    private Redaction(SecretNames headers, SecretNames parameters, SecretNames properties, IRedactionRule[]? rules = null)
    {
        _headers = headers;
        _parameters = parameters;
        _properties = properties;
        _rules = rules ?? [];
    }

    /// <summary>
    /// Redacts the usual places of secrets: <c>Authorization</c> and <c>Proxy-Authorization</c> (the scheme stays), <c>Cookie</c>
    /// and <c>Set-Cookie</c> (names and attributes stay), headers of API keys and tokens, the user info of URIs, and query
    /// parameters, form fields and JSON properties whose names suggest a token, a key, a secret or a password.
    /// </summary>
    public static Redaction Default { get; } = new(
        new(DefaultSecretNames.Headers), new([.. DefaultSecretNames.Fields, .. DefaultSecretNames.Parameters]), new(DefaultSecretNames.Fields));

    /// <summary>Redacts nothing: secrets are recorded as they are.</summary>
    public static Redaction None { get; } = new(new([]), new([]), new([]));

    /// <summary>A copy that redacts more headers.</summary>
    /// <param name="names">The names of the headers.</param>
    /// <exception cref="ArgumentException">A name is empty, or has more than 64 characters.</exception>
    public Redaction AddHeaders(params string[] names) => new(_headers.Add(names), _parameters, _properties, _rules);

    /// <summary>A copy that redacts more query parameters and form fields.</summary>
    /// <param name="names">The names of the parameters.</param>
    /// <exception cref="ArgumentException">A name is empty, or has more than 64 characters.</exception>
    public Redaction AddParameters(params string[] names) => new(_headers, _parameters.Add(names), _properties, _rules);

    /// <summary>A copy that redacts more JSON properties, at any depth: all strings and numbers in their values.</summary>
    /// <param name="names">The names of the properties.</param>
    /// <exception cref="ArgumentException">A name is empty, or has more than 64 characters.</exception>
    public Redaction AddJsonProperties(params string[] names) => new(_headers, _parameters, _properties.Add(names), _rules);

    /// <summary>A copy that does not redact headers, parameters, fields and properties of these names.</summary>
    /// <param name="names">The names.</param>
    /// <exception cref="ArgumentException">A name is empty, or has more than 64 characters.</exception>
    public Redaction Except(params string[] names) =>
        new(_headers.Remove(names), _parameters.Remove(names), _properties.Remove(names), _rules);

    /// <summary>A copy with a rule of your own, which is applied after everything else.</summary>
    /// <param name="rule">The rule.</param>
    public Redaction Add(IRedactionRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new(_headers, _parameters, _properties, [.. _rules, rule]);
    }

    /// <summary>A copy with a rule of your own, which is applied after everything else.</summary>
    /// <param name="redact">Returns a text without its secrets, as <see cref="IRedactionRule.Redact"/> does.</param>
    public Redaction Add(Func<string, string> redact)
    {
        ArgumentNullException.ThrowIfNull(redact);
        return Add(new DelegateRedactionRule(redact));
    }

    /// <summary>
    /// Redacts an interaction that exists already. Applying it twice is the same as applying it once. An interaction without
    /// a secret is returned as the same instance.
    /// </summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="placeholders">Placeholders whose texts are not redacted. <see langword="null"/> for none.</param>
    public Interaction Apply(Interaction interaction, IEnumerable<Placeholder>? placeholders = null)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        return IsNone ? interaction : CreateEditor(placeholders).Edit(interaction);
    }

    /// <summary>Redacts every interaction of a cassette that exists already.</summary>
    /// <param name="cassette">The cassette.</param>
    /// <param name="placeholders">Placeholders whose texts are not redacted. <see langword="null"/> for none.</param>
    public Cassette Apply(Cassette cassette, IEnumerable<Placeholder>? placeholders = null)
    {
        ArgumentNullException.ThrowIfNull(cassette);
        return IsNone ? cassette : CreateEditor(placeholders).Edit(cassette);
    }

    internal RecordedRequest Apply(RecordedRequest request, IEnumerable<Placeholder>? placeholders = null) =>
        IsNone ? request : CreateEditor(placeholders).Edit(request);

    private bool IsNone => ReferenceEquals(this, None);

    private RedactionEditor CreateEditor(IEnumerable<Placeholder>? placeholders) => new(
        new(_headers, _parameters, _properties, [.. (placeholders ?? []).Select(placeholder => placeholder.Text)]), _rules);

    private sealed class DelegateRedactionRule(Func<string, string> redact) : IRedactionRule
    {
        public string Redact(string text) => redact(text);
    }
}
