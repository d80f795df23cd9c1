using Betamax.Matching.Headers;

namespace Betamax.Matching.Bodies;

/// <summary>One part of a multipart body: headers of its own, and bytes.</summary>
internal sealed record MultipartPart(RecordedHeaders Headers, ReadOnlyMemory<byte> Content)
{
    /// <summary>The name of the form field that the part holds (RFC 7578, 4.2), if it says so.</summary>
    public string? Name =>
        HeaderParameters.Read(Headers.First("Content-Disposition") ?? "", ';')
            .FirstOrDefault(parameter => parameter.Name == "name").Value;
}
