using Betamax.Http;
using Betamax.Secrets.Editing;
using Betamax.Secrets.Encodings;

namespace Betamax.Secrets.Redactions;

/// <summary>Redacts the content of a body: a form, a multipart form, or any text that has JSON in it.</summary>
internal static class BodyRedaction
{
    private const int MaxNestedMultiparts = 4;

    /// <summary>The body without its secrets; the same memory if it has none.</summary>
    /// <param name="body">The content of the body, in UTF-8 if it is text.</param>
    /// <param name="type">The <c>Content-Type</c>.</param>
    /// <param name="fields">What is redacted.</param>
    public static ReadOnlyMemory<byte> Redact(ReadOnlyMemory<byte> body, MediaType type, SecretFields fields) =>
        Redact(body, type, fields, MaxNestedMultiparts);

    private static ReadOnlyMemory<byte> Redact(ReadOnlyMemory<byte> body, MediaType type, SecretFields fields, int multiparts)
    {
        if (multiparts > 0 && type.IsMultipart)
        {
            return RedactMultipart(body, type.Boundary, fields, multiparts - 1);
        }

        // Many clients send JSON as a form, so JSON is looked for in forms as well.
        var redacted = type.IsForm ? FormRedaction.Redact(body, fields) : body;

        // A body with a zero byte is binary. It may contain JSON, as an archive does, but a change would damage it.
        return LooseJson.IsLikely(body.Span) || !body.Span.Contains((byte)0) ? JsonRedaction.Redact(redacted, fields) : redacted;
    }

    private static ReadOnlyMemory<byte> RedactMultipart(
        ReadOnlyMemory<byte> body, string? boundary, SecretFields fields, int multiparts)
    {
        var edited = new EditedText(body);
        foreach (var part in MultipartReader.Read(body, boundary).Parts)
        {
            if (fields.IsSecretParameter(part.FieldName))
            {
                if (fields.IsSecret(LosslessUtf8.Decode(part.Content.Span)))
                {
                    edited.Replace(part.Start, part.End, SecretFields.Replacement);
                }
            }
            else if (Redact(part.Content, part.MediaType, fields, multiparts) is var redacted && !redacted.Equals(part.Content))
            {
                edited.Replace(part.Start, part.End, redacted.Span);
            }
        }

        return edited.ToMemory();
    }
}
