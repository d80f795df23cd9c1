namespace Betamax.Secrets.Redactions;

/// <summary>Which values are secrets: under a secret's name, all but nothing, a placeholder, and what was redacted before.</summary>
internal readonly struct SecretMark(IReadOnlyList<string> placeholders)
{
    public bool Hides(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || value.SequenceEqual(Redaction.Mark) || IsPlaceholder(value))
        {
            return false;
        }

        return !value.Contains('%') || !IsPlaceholder(Uri.UnescapeDataString(value.ToString().Replace('+', ' ')));
    }

    public string For(string value) => Hides(value) ? Redaction.Mark : value;

    private bool IsPlaceholder(ReadOnlySpan<char> value)
    {
        foreach (var placeholder in placeholders)
        {
            if (value.SequenceEqual(placeholder))
            {
                return true;
            }
        }

        return false;
    }
}
