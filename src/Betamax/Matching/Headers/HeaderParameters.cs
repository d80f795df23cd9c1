using System.Text;

namespace Betamax.Matching.Headers;

/// <summary>
/// <c>name=value</c> parameters of a header's value: a value may be a quoted string (RFC 9110, 5.6.4), which then means
/// what stands between the quotes. A piece without '=' is a name without a value.
/// </summary>
internal static class HeaderParameters
{
    /// <param name="text">The parameters.</param>
    /// <param name="separator">What stands between two of them: ',' or ';'.</param>
    public static IEnumerable<(string Name, string Value)> Read(string text, char separator)
    {
        foreach (var piece in Split(text, separator))
        {
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            var name = (equals < 0 ? piece : piece[..equals]).Trim().ToLowerInvariant();
            if (name.Length > 0)
            {
                yield return (name, equals < 0 ? "" : Unquoted(piece[(equals + 1)..].Trim()));
            }
        }
    }

    private static IEnumerable<string> Split(string text, char separator)
    {
        var start = 0;
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (text[i] == separator && !quoted)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    private static string Unquoted(string value)
    {
        if (value is not ['"', .. var inner, '"'])
        {
            return value;
        }

        var text = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            i += inner[i] == '\\' && i + 1 < inner.Length ? 1 : 0;
            text.Append(inner[i]);
        }

        return text.ToString();
    }
}
