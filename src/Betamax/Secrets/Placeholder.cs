namespace Betamax;

/// <summary>
/// A text that stands on the tape for a value that does not belong there. It goes both ways: the value is replaced by the
/// text when an interaction is recorded, and the text by the value when it is played.
/// </summary>
/// <param name="Text">The text on the tape, such as <c>&lt;AUTH_TOKEN&gt;</c>.</param>
/// <param name="Value">The value that it stands for.</param>
public sealed record Placeholder(string Text, string Value)
{
    /// <summary>The text alone: a value that is worth a placeholder does not belong in a log either.</summary>
    public override string ToString() => Text;
}
