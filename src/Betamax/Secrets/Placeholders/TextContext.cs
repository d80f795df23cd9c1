namespace Betamax.Secrets.Placeholders;

/// <summary>What a text is. It decides which characters have to be encoded.</summary>
internal enum TextContext
{
    Text,
    Uri,
    Form,
    Json,
}
