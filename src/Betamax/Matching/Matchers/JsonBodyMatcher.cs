using Betamax.Matching.JsonBodies;
using Betamax.Matching.Matchers;
using Betamax.Matching.Values;

namespace Betamax;

/// <summary>
/// Compares bodies as JSON values: the order of object members, white space and the notation of numbers and strings do not
/// count. A body that is not JSON is compared as bytes, and never equals one that is. Immutable; it is
/// <see cref="RequestMatchers.JsonBody"/> or a refined copy of it.
/// </summary>
/// <remarks>
/// Numbers are compared by their exact decimal value. If an object has several members with the same name, the last counts. A
/// document that is nested deeper than 256 levels is compared as bytes.
/// </remarks>
public sealed class JsonBodyMatcher : KeyedRequestMatcher
{
    private readonly IReadOnlyList<string> _paths;
    private readonly IgnoredPaths _ignored;

    internal JsonBodyMatcher(IReadOnlyList<string> paths)
        : base("json-body")
    {
        _paths = paths;
        _ignored = new(paths.Select(JsonPathParser.Parse));
    }

    /// <inheritdoc/>
    public override RequestParts Reads => RequestParts.Body;

    /// <summary>Makes a matcher that also ignores the values at these paths, whether they exist or not.</summary>
    /// <param name="paths">
    /// JSON paths (RFC 9535): <c>$.user.id</c>, <c>$['odd name']</c>, <c>$.items[0]</c> (<c>[-1]</c> is the last item),
    /// <c>$.items[*].id</c>, and <c>$..etag</c> for any depth. Slices and filters are not supported.
    /// </param>
    /// <returns>A copy that ignores these paths and those that this matcher ignores.</returns>
    /// <exception cref="ArgumentException">A path is malformed; the message gives the position.</exception>
    public JsonBodyMatcher Ignoring(params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return new([.. _paths, .. paths]);
    }

    /// <inheritdoc/>
    public override string KeyOf(RecordedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return JsonKey.Compute(request.Body, _ignored) ?? ComparedValues.ToKey(ComparedValue.ReadBody(request.Body));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<RequestDifference> Explain(RecordedRequest request, RecordedRequest recorded)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(recorded);
        using var live = JsonBody.Parse(request.Body);
        using var there = JsonBody.Parse(recorded.Body);
        return live is not null && there is not null
            ? JsonDifferences.Find(new(live.RootElement, _ignored), new(there.RootElement, _ignored))
            : ComparedValues.Explain(Read(live, request.Body), Read(there, recorded.Body));
    }

    /// <inheritdoc/>
    public override MatcherRemedy? SuggestRemedy(RecordedRequest request, RecordedRequest recorded)
    {
        string[] paths = [.. Explain(request, recorded).Select(difference => difference.Place)];
        if (paths.Length == 0 || !paths.All(path => path.Length > 1 && path[0] == '$'))
        {
            return null;
        }

        var refined = Ignoring(paths);
        return RemedyText.FindFirst(
            request, recorded, [new($"{RemedyText.JsonBody}.{nameof(Ignoring)}({RemedyText.Quote(refined._paths)})", [refined])]);
    }

    private IReadOnlyList<ComparedValue> Read(System.Text.Json.JsonDocument? document, RecordedBody body) =>
        document is null
            ? ComparedValue.ReadBody(body)
            : [new("body", "JSON") { Text = $"JSON: {new JsonView(document.RootElement, _ignored).ToText()}" }];
}
