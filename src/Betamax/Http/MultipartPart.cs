namespace Betamax.Http;

/// <summary>One part of a multipart body.</summary>
/// <param name="Headers">Its own headers, unfolded, in their order.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Start">Where its bytes begin in the body.</param>
internal sealed record MultipartPart(IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Content, int Start)
{
    /// <summary>Where its bytes end in the body.</summary>
    public int End => Start + Content.Length;

    /// <summary>The name of the form field that the part holds (RFC 7578, section 4.2), if it has one.</summary>
    public string? FieldName => Find(HeaderNames.ContentDisposition) is { } value ? HeaderParameters.Find(value, ';', "name") : null;

    /// <summary>The <c>Content-Type</c> of the part.</summary>
    public MediaType MediaType => MediaType.Parse(Find(HeaderNames.ContentType));

    private string? Find(string name) => Headers.FirstOrDefault(header => HeaderNames.AreEqual(header.Key, name)).Value;
}
