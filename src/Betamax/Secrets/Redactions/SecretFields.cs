using Betamax.Http;

namespace Betamax.Secrets.Redactions;

/// <summary>Decides which names are those of secrets, and which values under these names are secrets.</summary>
/// <param name="Headers">The names of headers.</param>
/// <param name="Parameters">The names of query parameters and form fields.</param>
/// <param name="Properties">The names of JSON properties.</param>
/// <param name="PlaceholderTexts">Values that are not secrets.</param>
internal sealed record SecretFields(
    SecretNames Headers, SecretNames Parameters, SecretNames Properties, IReadOnlyList<string> PlaceholderTexts)
{
    /// <summary>The text in place of a secret, in UTF-8.</summary>
    public static ReadOnlySpan<byte> Replacement => "<REDACTED>"u8;

    /// <summary>Whether a value is a secret: it is not empty, not a placeholder, and not redacted already.</summary>
    public bool IsSecret(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || value.SequenceEqual(Redaction.Replacement) || IsPlaceholder(value))
        {
            return false;
        }

        return !value.Contains('%') || !IsPlaceholder(FormFields.Decode(value));
    }

    /// <summary>The value, redacted if it is a secret.</summary>
    public string Redact(string value) => IsSecret(value) ? Redaction.Replacement : value;

    /// <summary>
    /// Whether a parameter is a secret by its name. In <c>user[password]</c> and <c>#/page?token</c>, the last name counts.
    /// </summary>
    public bool IsSecretParameter(ReadOnlySpan<char> name)
    {
        if (!name.ContainsAny("?%[]"))
        {
            return Parameters.Contains(name);
        }

        name = name[(name.LastIndexOf('?') + 1)..];
        if (name.Contains('%'))
        {
            name = FormFields.Decode(name);
        }

        name = name.TrimEnd("[]");
        return Parameters.Contains(name[(name.LastIndexOf('[') + 1)..]);
    }

    private bool IsPlaceholder(ReadOnlySpan<char> value)
    {
        foreach (var placeholder in PlaceholderTexts)
        {
            if (value.SequenceEqual(placeholder))
            {
                return true;
            }
        }

        return false;
    }
}
