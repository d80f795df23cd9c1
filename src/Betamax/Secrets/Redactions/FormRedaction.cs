using System.Text;
using Betamax.Http;

namespace Betamax.Secrets.Redactions;

/// <summary>Redacts the values of a query or a form by the names of its pairs.</summary>
internal static class FormRedaction
{
    /// <summary>A form without its secrets; the same memory if it has none.</summary>
    public static ReadOnlyMemory<byte> Redact(ReadOnlyMemory<byte> utf8, SecretFields fields)
    {
        // Latin-1 keeps each byte: a form may contain bytes that are not UTF-8.
        var form = Encoding.Latin1.GetString(utf8.Span);
        var redacted = Redact(form, 0, "&", fields);
        return ReferenceEquals(redacted, form) ? utf8 : Encoding.Latin1.GetBytes(redacted);
    }

    /// <summary>A text whose end consists of pairs, without the secrets in them; the same text if there are none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the pairs begin.</param>
    /// <param name="separators">The characters between two pairs.</param>
    /// <param name="fields">What is redacted.</param>
    public static string Redact(string text, int start, ReadOnlySpan<char> separators, SecretFields fields)
    {
        StringBuilder? redacted = null;
        var copied = 0;
        var pairs = FormFields.Read(text.AsSpan(start), separators);
        while (pairs.MoveNext())
        {
            var (valueStart, length) = pairs.Value.GetOffsetAndLength(text.Length - start);
            valueStart += start;
            if (length > 0
                && fields.IsSecretParameter(text.AsSpan(start)[pairs.Name])
                && fields.IsSecret(text.AsSpan(valueStart, length)))
            {
                redacted = (redacted ?? new()).Append(text, copied, valueStart - copied).Append(Redaction.Replacement);
                copied = valueStart + length;
            }
        }

        return redacted is null ? text : redacted.Append(text, copied, text.Length - copied).ToString();
    }
}
