namespace Betamax;

/// <summary>
/// A text that is on the cassette in place of a value that must not be there, such as a password. It works in both
/// directions: recording replaces the value by the text, and playback replaces the text by the value.
/// </summary>
/// <param name="Text">The text on the cassette, such as <c>&lt;AUTH_TOKEN&gt;</c>.</param>
/// <param name="Value">The value that it stands for. If it is empty, recording replaces nothing.</param>
public sealed record Placeholder(string Text, string Value)
{
    /// <summary>The text alone, because the value does not belong in a log either.</summary>
    public override string ToString() => Text;
}
