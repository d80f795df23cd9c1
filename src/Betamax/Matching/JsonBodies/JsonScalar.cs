using System.Text;

namespace Betamax.Matching.JsonBodies;

/// <summary>A string, a number, true, false or null.</summary>
/// <param name="kind">A letter for which of these it is.</param>
/// <param name="key">The value in its one spelling.</param>
/// <param name="shown">The value as people read it.</param>
internal sealed class JsonScalar(char kind, string key, string shown) : JsonValue
{
    public static JsonScalar String(string value) => new('s', value, $"\"{value}\"");

    public static JsonScalar Number(string literal) => new('n', JsonNumber.Normalise(literal), literal);

    public static JsonScalar Keyword(string literal) => new('k', literal, literal);

    public bool Equals(JsonScalar other) => Kind == other.Kind && Key == other.Key;

    public override void ShowIn(StringBuilder text) => text.Append(shown);

    private char Kind => kind;

    private string Key => key;
}
