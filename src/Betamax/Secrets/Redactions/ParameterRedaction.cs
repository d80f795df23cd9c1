using System.Text;

namespace Betamax.Secrets.Redactions;

/// <summary>Secrets in a query or a form: <c>name=value</c>, joined by <c>&amp;</c>.</summary>
internal static class ParameterRedaction
{
    public static ReadOnlyMemory<byte> InForm(ReadOnlyMemory<byte> utf8, SecretNames names, SecretMark mark)
    {
        // Byte by byte: a form may hold what is no UTF-8, and gets it back as it was.
        var form = Encoding.Latin1.GetString(utf8.Span);
        var redacted = In(form, 0, "&", names, mark);
        return ReferenceEquals(redacted, form) ? utf8 : Encoding.Latin1.GetBytes(redacted);
    }

    /// <param name="text">The text.</param>
    /// <param name="start">Where the parameters begin.</param>
    /// <param name="separators">What parts them.</param>
    /// <param name="names">The names of those that are secrets.</param>
    /// <param name="mark">What becomes of these.</param>
    public static string In(string text, int start, ReadOnlySpan<char> separators, SecretNames names, SecretMark mark)
    {
        StringBuilder? redacted = null;
        var copied = 0;
        for (int at = start, end; at < text.Length; at = end + 1)
        {
            var length = text.AsSpan(at).IndexOfAny(separators);
            end = length < 0 ? text.Length : at + length;
            var equals = text.AsSpan(at, end - at).IndexOf('=');
            var value = at + equals + 1;
            if (equals > 0 && IsSecret(text.AsSpan(at, equals), names) && mark.Hides(text.AsSpan(value, end - value)))
            {
                redacted = (redacted ?? new()).Append(text, copied, value - copied).Append(Redaction.Mark);
                copied = end;
            }
        }

        return redacted is null ? text : redacted.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Whether a parameter holds a secret: <c>user[password]</c> and <c>#/page?token</c> as well.</summary>
    public static bool IsSecret(ReadOnlySpan<char> name, SecretNames names)
    {
        if (!name.ContainsAny("?%[]"))
        {
            return names.Contains(name);
        }

        name = name[(name.LastIndexOf('?') + 1)..];
        if (name.Contains('%'))
        {
            name = Uri.UnescapeDataString(name.ToString());
        }

        name = name.TrimEnd("[]");
        return names.Contains(name[(name.LastIndexOf('[') + 1)..]);
    }
}
