using Betamax.Http;
using Betamax.Matching.Matchers;
using Betamax.Matching.Values;

namespace Betamax;

/// <summary>
/// Compares request headers: all of them, or those with certain names. The case of names and the order of headers do not
/// count. Several values of one name are joined to one line: <c>a, b</c> (RFC 9110, section 5.3). Immutable; it is
/// <see cref="RequestMatchers.Headers"/> or a refined copy of it.
/// </summary>
public sealed class HeadersMatcher : KeyedRequestMatcher
{
    private readonly string[]? _only;
    private readonly string[] _except;

    internal HeadersMatcher()
        : this(null, [])
    {
    }

    /// <param name="only">The names of the headers to compare; <see langword="null"/> for all.</param>
    /// <param name="except">The names of the headers to ignore. Empty if <paramref name="only"/> is set.</param>
    private HeadersMatcher(string[]? only, string[] except)
        : base("headers") => (_only, _except) = (only, except);

    /// <inheritdoc/>
    public override RequestParts Reads =>
        Compares(HeaderNames.ContentLength) ? RequestParts.Headers | RequestParts.Body : RequestParts.Headers;

    /// <summary>Makes a matcher that compares the headers with these names and no others.</summary>
    /// <param name="names">The names, in any case; at least one.</param>
    /// <returns>A copy. Calls add up: the copy also compares the names of earlier calls.</returns>
    /// <exception cref="ArgumentException">There is no name, or a name is empty.</exception>
    public HeadersMatcher Only(params string[] names) => new([.. _only ?? [], .. Check(names)], []);

    /// <summary>Makes a matcher that ignores the headers with these names.</summary>
    /// <param name="names">The names, in any case; at least one.</param>
    /// <returns>A copy that ignores these names and those that this matcher ignores.</returns>
    /// <exception cref="ArgumentException">There is no name, or a name is empty.</exception>
    public HeadersMatcher Except(params string[] names) =>
        _only is null ? new(null, [.. _except, .. Check(names)]) : new([.. _only.Except(Check(names), StringComparer.OrdinalIgnoreCase)], []);

    /// <inheritdoc/>
    public override string KeyOf(RecordedRequest request) => ComparedValues.ToKey(Read(request));

    /// <inheritdoc/>
    public override IReadOnlyList<RequestDifference> Explain(RecordedRequest request, RecordedRequest recorded) =>
        ComparedValues.Explain(Read(request), Read(recorded));

    /// <inheritdoc/>
    public override MatcherRemedy? SuggestRemedy(RecordedRequest request, RecordedRequest recorded)
    {
        string[] names = [.. RemedyText.FindNames(Read(request), Read(recorded))];
        if (names.Length == 0)
        {
            return null;
        }

        var refined = Except(names);
        var remedy = refined._only is []
            ? new MatcherRemedy($"leave {Code} out", [])
            : new MatcherRemedy(refined.Code, [refined]);
        return RemedyText.FindFirst(request, recorded, [remedy]);
    }

    private string Code => RemedyText.Headers
        + (_only is not null ? $".{nameof(Only)}({RemedyText.Quote(_only)})" : $".{nameof(Except)}({RemedyText.Quote(_except)})");

    private IReadOnlyList<ComparedValue> Read(RecordedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return [.. HeaderValues.Read(request.Headers).Where(value => Compares(value.Name!))];
    }

    private bool Compares(string name) =>
        (_only?.Contains(name, StringComparer.OrdinalIgnoreCase) ?? true) && !_except.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string[] Check(string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.Length > 0 && !names.Any(string.IsNullOrWhiteSpace)
            ? names
            : throw new ArgumentException("At least one header name is needed, and none may be empty.", nameof(names));
    }
}
