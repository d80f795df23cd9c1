using System.Security.Cryptography;

namespace Betamax.Matching.Values;

/// <summary>
/// One value of a request that a matcher compares, and its place. A matcher reads a request into a list of these, each place
/// once. The key is made from the list, and the difference of two lists explains why they do not match.
/// </summary>
/// <param name="Place">The place, which decides which values of two requests are compared with each other.</param>
/// <param name="Key">The value in its normal form, so that equal values have equal keys.</param>
internal sealed record ComparedValue(string Place, string Key)
{
    /// <summary>The place as messages show it. <see cref="Place"/> by default.</summary>
    public string Label { get; init; } = Place;

    /// <summary>The value as messages show it. <see cref="Key"/> by default.</summary>
    public string Text { get; init; } = Key;

    /// <summary>The name of the field or header that has the value, if it is one.</summary>
    public string? Name { get; init; }

    /// <summary>The bytes, if the value is not text.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; private init; }

    public static ComparedValue FromBytes(string place, ReadOnlyMemory<byte> bytes) =>
        new(place, bytes.IsEmpty ? "" : Convert.ToHexString(SHA256.HashData(bytes.Span))) { Bytes = bytes };

    /// <summary>Reads a body as its bytes. An empty body is no value, whatever its media type.</summary>
    public static IReadOnlyList<ComparedValue> ReadBody(RecordedBody body) => body.IsEmpty ? [] : [FromBytes("body", body.Bytes)];

    /// <summary>
    /// Describes how the values of one place differ; <see langword="null"/> for a request without a value there.
    /// </summary>
    public static RequestDifference Describe(ComparedValue? live, ComparedValue? recorded)
    {
        var label = (live ?? recorded)!.Label;
        if (live?.Bytes is { } liveBytes && recorded?.Bytes is { } recordedBytes)
        {
            var (left, right) = Excerpt.Cut(liveBytes.Span, recordedBytes.Span);
            return new(label, left, right);
        }

        if (live is { Bytes: null } && recorded is { Bytes: null })
        {
            var (left, right) = Excerpt.Cut(live.Text, recorded.Text);
            return new(label, left, right);
        }

        return new(label, live?.Describe(), recorded?.Describe());
    }

    private string Describe() => Bytes is { } bytes ? Excerpt.Cut(bytes.Span) : Excerpt.Cut(Text);
}
