using System.Text;

namespace Betamax.Secrets.Redactions;

/// <summary>Secrets in a body that is not compressed: a form, a multipart form, or any text that has JSON in it.</summary>
internal readonly struct BodyRedaction(SecretNames parameters, SecretNames properties, SecretMark mark)
{
    private const int MostMultipartsInOneAnother = 4;

    /// <summary>The body without its secrets; the very same memory where it has none.</summary>
    /// <param name="body">The body, in UTF-8 if it is text.</param>
    /// <param name="contentType">The value of <c>Content-Type</c>, if there is one.</param>
    public ReadOnlyMemory<byte> In(ReadOnlyMemory<byte> body, string? contentType) => In(body, contentType, MostMultipartsInOneAnother);

    private ReadOnlyMemory<byte> In(ReadOnlyMemory<byte> body, string? contentType, int multiparts)
    {
        contentType = contentType?.TrimStart() ?? "";
        if (multiparts > 0 && contentType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            return InMultipart(body, multiparts - 1);
        }

        // Many clients call JSON a form, so it is looked for in either.
        var redacted = contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            ? ParameterRedaction.InForm(body, parameters, mark)
            : body;

        // An archive may hold JSON, and would be damaged.
        return JsonRedaction.LooksLikeJson(body.Span) || !body.Span.Contains((byte)0)
            ? JsonRedaction.In(redacted, properties, mark)
            : redacted;
    }

    private ReadOnlyMemory<byte> InMultipart(ReadOnlyMemory<byte> body, int multiparts)
    {
        var redacted = new RedactedBytes(body);
        var parts = new MultipartParts(body.Span);
        while (parts.MoveNext())
        {
            var content = body[parts.Start..parts.End];
            if (ParameterRedaction.IsSecret(parts.Name, parameters))
            {
                if (mark.Hides(Encoding.UTF8.GetString(content.Span)))
                {
                    redacted.Replace(parts.Start, parts.End, RedactedBytes.Mark);
                }
            }
            else if (In(content, parts.Type, multiparts) is var after && !after.Equals(content))
            {
                redacted.Replace(parts.Start, parts.End, after.Span);
            }
        }

        return redacted.End();
    }
}
