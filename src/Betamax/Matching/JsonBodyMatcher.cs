using Betamax.Matching.Bodies;
using Betamax.Matching.Facets;
using Betamax.Matching.JsonBodies;

namespace Betamax;

/// <summary>
/// Compares bodies as JSON values: the order of an object's members, white space and the spelling of numbers and strings
/// do not count. Bodies that are no JSON are compared as bytes, and never equal one that is. Immutable; it is
/// <see cref="RequestMatchers.JsonBody"/> or refined from it.
/// </summary>
/// <remarks>
/// Numbers are compared by their exact decimal value. Of members of the same name in one object the last counts. A
/// document that is nested deeper than 256 levels is taken for no JSON.
/// </remarks>
public sealed class JsonBodyMatcher : KeyedRequestMatcher
{
    private readonly IReadOnlyList<JsonPath> _ignored;
    private readonly JsonPathWalk _walk;

    internal JsonBodyMatcher(IReadOnlyList<JsonPath> ignored)
        : base("json-body")
    {
        _ignored = ignored;
        _walk = JsonPathWalk.Of(ignored);
    }

    /// <summary>A matcher that also ignores what stands at these places, or that nothing stands there.</summary>
    /// <param name="paths">
    /// JSON paths (RFC 9535): <c>$.user.id</c>, <c>$['odd name']</c>, <c>$.items[0]</c> (<c>[-1]</c> is the last),
    /// <c>$.items[*].id</c>, and <c>$..etag</c> for any depth. Slices and filters are not understood.
    /// </param>
    /// <returns>A refined copy: what this one ignores, it ignores too.</returns>
    /// <exception cref="ArgumentException">A path is malformed; the message says at which position.</exception>
    public JsonBodyMatcher Ignoring(params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return new([.. _ignored, .. paths.Select(JsonPathParser.Parse)]);
    }

    /// <inheritdoc/>
    public override string KeyOf(RecordedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return JsonKey.Of(JsonBodyReader.Utf8Of(request.Body).Span, _walk) ?? FacetComparison.KeyOf(BodyReading.Read(request.Body));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<RequestDifference> Explain(RecordedRequest request, RecordedRequest recorded)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(recorded);
        return (Read(request), Read(recorded)) switch
        {
            ({ } asked, { } there) => JsonDifferences.Between(asked, there),
            ({ } asked, null) => FacetComparison.Differences([Json(asked)], BodyReading.Read(recorded.Body)),
            (null, { } there) => FacetComparison.Differences(BodyReading.Read(request.Body), [Json(there)]),
            _ => FacetComparison.Differences(BodyReading.Read(request.Body), BodyReading.Read(recorded.Body)),
        };
    }

    private JsonValue? Read(RecordedRequest request) => JsonBodyReader.Read(request.Body, _walk);

    private static Facet Json(JsonValue value) => new(BodyReading.Place, "JSON") { Shown = $"JSON: {value.Shown}" };
}
