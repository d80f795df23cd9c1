namespace Betamax;

/// <summary>Which secrets are kept off the tape.</summary>
public sealed class Redaction
{
    /// <summary>Default.</summary>
    public static Redaction Default { get; } = new();

    /// <summary>None.</summary>
    public static Redaction None { get; } = new();
}
