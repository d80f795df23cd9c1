namespace Betamax.Secrets.Leaks;

/// <summary>A text of an interaction, other than its bodies.</summary>
/// <param name="Place">Which part it is, such as <c>request header</c>.</param>
/// <param name="Name">The name within that part, if it has one. It may be a secret itself.</param>
/// <param name="Number">Its number, from 1, among those that have names.</param>
/// <param name="Text">The text.</param>
internal readonly record struct MessagePart(string Place, string? Name, int Number, string? Text)
{
    public string Where(bool isSecret) => Name is null ? Place : isSecret ? $"{Place} no. {Number}" : $"{Place} '{Name}'";

    public static IEnumerable<MessagePart> TextsOf(Interaction interaction)
    {
        var (request, response) = (interaction.Request, interaction.Response);
        yield return new("request method", null, 0, request.Method);
        yield return new("request URI", null, 0, request.Uri);
        foreach (var part in Of("request header", request.Headers))
        {
            yield return part;
        }

        yield return new("response reason phrase", null, 0, response.ReasonPhrase);
        if (response.Url != request.Uri)
        {
            yield return new("response URL", null, 0, response.Url);
        }

        foreach (var part in Of("response header", response.Headers).Concat(Of("response trailer", response.Trailers)))
        {
            yield return part;
        }

        foreach (var error in response.Failure?.Errors ?? [])
        {
            yield return new("message of the failure", null, 0, error.Message);
        }
    }

    private static IEnumerable<MessagePart> Of(string place, RecordedHeaders headers)
    {
        var number = 0;
        foreach (var (name, values) in headers)
        {
            number++;
            yield return new(place, name, number, name);
            foreach (var value in values)
            {
                yield return new(place, name, number, value);
            }
        }
    }
}
