using Betamax.Matching.Facets;

namespace Betamax.Matching.Bodies;

/// <summary>A body as its bytes. An empty one is nothing to read, whatever it was said to be.</summary>
internal static class BodyReading
{
    public const string Place = "body";

    public static IReadOnlyList<Facet> Read(RecordedBody body) => body.IsEmpty ? [] : [Facet.OfBytes(Place, body.Bytes)];
}
