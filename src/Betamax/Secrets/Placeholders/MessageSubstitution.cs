using Betamax.Secrets.Redactions;

namespace Betamax.Secrets.Placeholders;

/// <summary>Texts for texts, wherever they stand in a message.</summary>
internal sealed class MessageSubstitution(TextSubstitution texts)
{
    private static readonly HashSet<string> HeadersWithUri =
        new(["Location", "Content-Location", "Referer"], StringComparer.OrdinalIgnoreCase);

    public Interaction In(Interaction interaction) =>
        texts.IsEmpty
            ? interaction
            : interaction with { Request = In(interaction.Request), Response = In(interaction.Response) };

    public RecordedRequest In(RecordedRequest request)
    {
        if (texts.IsEmpty)
        {
            return request;
        }

        var body = In(request.Body, request.Headers);
        return request with
        {
            Uri = texts.In(request.Uri, Surroundings.Uri),
            Headers = In(request.Headers, request.Body, body),
            Body = body,
        };
    }

    private RecordedResponse In(RecordedResponse response)
    {
        var body = In(response.Body, response.Headers);
        return response with
        {
            Url = texts.In(response.Url, Surroundings.Uri),
            Headers = In(response.Headers, response.Body, body),
            Body = body,
            Trailers = In(response.Trailers),
            Failure = response.Failure is { } failure
                ? failure with { Errors = [.. failure.Errors.Select(error => error with { Message = texts.In(error.Message, Surroundings.Text) })] }
                : null,
        };
    }

    private RecordedHeaders In(RecordedHeaders headers) => headers.Map(texts, static (name, value, texts) =>
        texts.In(value, HeadersWithUri.Contains(name) ? Surroundings.Uri : Surroundings.Text));

    private RecordedHeaders In(RecordedHeaders headers, RecordedBody before, RecordedBody after) =>
        PackedBody.Fit(In(headers), before, after);

    private RecordedBody In(RecordedBody body, RecordedHeaders headers)
    {
        if (body.IsEmpty)
        {
            return body;
        }

        var utf8 = body.Utf8;
        var replaced = PackedBody.Change(
            utf8,
            headers,
            (Texts: texts, Type: headers.First("Content-Type") ?? ""),
            static (opened, by) => by.Texts.In(opened, SurroundingsIn(opened, by.Type)));
        return replaced.Equals(utf8) ? body : body.WithUtf8(replaced);
    }

    private static Surroundings SurroundingsIn(ReadOnlyMemory<byte> body, string contentType) =>
        contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) ? Surroundings.Form
        : contentType.Contains("json", StringComparison.OrdinalIgnoreCase)
            || contentType.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase)
            || JsonRedaction.LooksLikeJson(body.Span) ? Surroundings.Json
        : Surroundings.Text;
}
