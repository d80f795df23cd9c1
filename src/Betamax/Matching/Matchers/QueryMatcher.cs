using Betamax.Http;
using Betamax.Matching.Matchers;
using Betamax.Matching.Values;

namespace Betamax;

/// <summary>
/// Compares the query parameters of two requests, decoded: the same names must have the same values. The order of names does
/// not count, the order of the values of one name does. <c>?a</c> equals <c>?a=</c>, and <c>+</c> is a space. Immutable; it is
/// <see cref="RequestMatchers.Query"/> or a refined copy of it.
/// </summary>
public sealed class QueryMatcher : KeyedRequestMatcher
{
    private readonly FieldReader _reader;

    internal QueryMatcher()
        : this(new("query"))
    {
    }

    private QueryMatcher(FieldReader reader)
        : base("query") => _reader = reader;

    /// <inheritdoc/>
    public override RequestParts Reads => RequestParts.Uri;

    /// <summary>Makes a matcher that also ignores the parameters with these names.</summary>
    /// <param name="names">The names, decoded and in their exact case.</param>
    /// <returns>A copy that ignores these names and those that this matcher ignores.</returns>
    public QueryMatcher Ignoring(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new(new("query") { Ignored = [.. _reader.Ignored, .. names], IgnoresOrder = _reader.IgnoresOrder });
    }

    /// <summary>Makes a matcher for which the order of the values of one name does not count: <c>?a=1&amp;a=2</c> equals <c>?a=2&amp;a=1</c>.</summary>
    /// <returns>A copy that ignores the same names as this matcher.</returns>
    public QueryMatcher InAnyOrder() => new(new("query") { Ignored = _reader.Ignored, IgnoresOrder = true });

    /// <inheritdoc/>
    public override string KeyOf(RecordedRequest request) => ComparedValues.ToKey(Read(request));

    /// <inheritdoc/>
    public override IReadOnlyList<RequestDifference> Explain(RecordedRequest request, RecordedRequest recorded) =>
        ComparedValues.Explain(Read(request), Read(recorded));

    /// <inheritdoc/>
    public override MatcherRemedy? SuggestRemedy(RecordedRequest request, RecordedRequest recorded)
    {
        var names = RemedyText.FindNames(Read(request), Read(recorded));
        return RemedyText.FindFirst(request, recorded, [Suggest(InAnyOrder()), Suggest(Ignoring([.. names]))]);

        static MatcherRemedy Suggest(QueryMatcher refined) => new(refined.Code, [refined]);
    }

    /// <summary>The expression that makes this matcher.</summary>
    internal string Code =>
        $"{nameof(RequestMatchers)}.{nameof(RequestMatchers.Query)}"
        + (_reader.Ignored.Count == 0 ? "" : $".{nameof(Ignoring)}({RemedyText.Quote(_reader.Ignored)})")
        + (_reader.IgnoresOrder ? $".{nameof(InAnyOrder)}()" : "");

    private IReadOnlyList<ComparedValue> Read(RecordedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _reader.Read(UriParts.Split(request.Uri).Query);
    }
}
