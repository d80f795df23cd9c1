namespace Betamax.Secrets.Placeholders;

/// <summary>What a text is, which decides what may stand in it as it is.</summary>
internal enum Surroundings
{
    Text,
    Uri,
    Form,
    Json,
}
