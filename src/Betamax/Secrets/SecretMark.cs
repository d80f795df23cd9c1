namespace Betamax.Secrets;

/// <summary>What becomes of a secret's value. A placeholder in its place is no secret, and nor is nothing.</summary>
internal readonly struct SecretMark(IReadOnlyList<string> placeholders)
{
    public string For(string value) =>
        value.Length == 0 || placeholders.Contains(value) || (value.Contains('%', StringComparison.Ordinal) && placeholders.Contains(Decoded(value)))
            ? value
            : Redaction.Mark;

    private static string Decoded(string value) => Uri.UnescapeDataString(value.Replace('+', ' '));
}
