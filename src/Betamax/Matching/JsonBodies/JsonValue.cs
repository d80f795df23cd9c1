using System.Text;
using Betamax.Matching.Facets;

namespace Betamax.Matching.JsonBodies;

/// <summary>A JSON value without the places that a matcher ignores: it can be shown, and told from another.</summary>
internal abstract class JsonValue
{
    /// <summary>Writes the value as JSON, for people, and stops soon after the text is long enough to be cut.</summary>
    public abstract void ShowIn(StringBuilder text);

    public string Shown
    {
        get
        {
            var text = new StringBuilder();
            ShowIn(text);
            return text.ToString();
        }
    }

    protected static bool IsFull(StringBuilder text) => text.Length > 100 * Excerpt.Length;
}
