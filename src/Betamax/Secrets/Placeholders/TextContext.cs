namespace Betamax.Secrets.Placeholders;

/// <summary>What a text is: it decides what can stand in it as it is, and what has to be encoded.</summary>
internal enum TextContext
{
    Text,
    Uri,
    Form,
    Json,
}
