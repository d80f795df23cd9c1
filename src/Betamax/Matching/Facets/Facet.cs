using System.Security.Cryptography;

namespace Betamax.Matching.Facets;

/// <summary>
/// One place of a request that a matcher looks at, and what stands there. A matcher reads a request into a list of these,
/// each place once: the list is its key, and the difference of two lists is its explanation.
/// </summary>
/// <param name="Place">What the place is called when two requests are compared.</param>
/// <param name="Key">What stands there, in the one spelling that all equal values share.</param>
internal sealed record Facet(string Place, string Key)
{
    /// <summary>The place as people read it.</summary>
    public string Where { get; init; } = Place;

    /// <summary>What stands there as people read it.</summary>
    public string Shown { get; init; } = Key;

    /// <summary>The bytes, where bytes stand there.</summary>
    public ReadOnlyMemory<byte>? Content { get; private init; }

    public static Facet OfBytes(string place, ReadOnlyMemory<byte> bytes) =>
        new(place, bytes.IsEmpty ? "" : Convert.ToHexString(SHA256.HashData(bytes.Span))) { Content = bytes };

    /// <summary>How two facets of one place differ; <see langword="null"/> = nothing stands there.</summary>
    public static RequestDifference Difference(Facet? asked, Facet? recorded)
    {
        var where = (asked ?? recorded)!.Where;
        if (asked?.Content is { } askedBytes && recorded?.Content is { } recordedBytes)
        {
            var (left, right) = Excerpt.OfBoth(askedBytes.Span, recordedBytes.Span);
            return new(where, left, right);
        }

        if (asked is { Content: null } && recorded is { Content: null })
        {
            var (left, right) = Excerpt.OfBoth(asked.Shown, recorded.Shown);
            return new(where, left, right);
        }

        return new(where, asked?.Alone, recorded?.Alone);
    }

    private string Alone => Content is { } bytes ? Excerpt.Of(bytes.Span) : Excerpt.Of(Shown);
}
