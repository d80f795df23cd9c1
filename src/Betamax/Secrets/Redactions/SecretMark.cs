namespace Betamax.Secrets.Redactions;

/// <summary>Which values are secrets: under a secret's name, all but nothing, a placeholder, and what was redacted before.</summary>
internal readonly struct SecretMark(IReadOnlyList<string> placeholders)
{
    public bool Hides(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || value.SequenceEqual(Redaction.Mark))
        {
            return false;
        }

        foreach (var placeholder in placeholders)
        {
            if (value.SequenceEqual(placeholder))
            {
                return false;
            }
        }

        return true;
    }

    public string For(string value) => Hides(value) ? Redaction.Mark : value;
}
