namespace Betamax.Secrets.Leaks;

/// <summary>A place in a text that has the prefix, alphabet and length of a rule.</summary>
/// <param name="text">The whole text.</param>
/// <param name="start">Where the prefix begins.</param>
/// <param name="end">The end of the bytes of the rule's alphabet.</param>
internal readonly ref struct LeakCandidate(ReadOnlySpan<byte> text, int start, int end)
{
    public ReadOnlySpan<byte> Before { get; } = text[..start];

    public ReadOnlySpan<byte> Itself { get; } = text[start..end];

    public ReadOnlySpan<byte> After { get; } = text[end..];
}

/// <summary>Tells a secret from a text that has only its prefix, alphabet and length.</summary>
internal delegate bool LeakCheck(LeakCandidate candidate);
