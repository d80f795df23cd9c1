namespace Betamax.Matching.Headers;

/// <summary>What a message says that its body is (RFC 9110, 8.3).</summary>
/// <param name="MediaType">In lower case, without parameters.</param>
/// <param name="Parameters">The parameters, such as <c>; boundary=x</c>.</param>
internal sealed record ContentType(string MediaType, string Parameters)
{
    /// <summary>The content type that the headers name; <see langword="null"/> where they name none.</summary>
    public static ContentType? Of(RecordedHeaders headers)
    {
        var value = headers.First("Content-Type");
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var semicolon = value.IndexOf(';', StringComparison.Ordinal);
        return semicolon < 0
            ? new(value.Trim().ToLowerInvariant(), "")
            : new(value[..semicolon].Trim().ToLowerInvariant(), value[(semicolon + 1)..]);
    }

    public string? Parameter(string name) =>
        HeaderParameters.Read(Parameters, ';').FirstOrDefault(parameter => parameter.Name == name).Value;
}
