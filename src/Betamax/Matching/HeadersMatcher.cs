using Betamax.Matching.Facets;
using Betamax.Matching.Headers;

namespace Betamax;

/// <summary>
/// Compares request headers: all of them, or those of some names. The case of a name and the order of the headers do not
/// count; several values of one name count as the one line <c>a, b</c> (RFC 9110, 5.3). Immutable; it is
/// <see cref="RequestMatchers.Headers"/> or refined from it.
/// </summary>
public sealed class HeadersMatcher : KeyedRequestMatcher
{
    private readonly string[] _only;

    internal HeadersMatcher(string[] only)
        : base("headers") => _only = only;

    /// <summary>The length is known for sure once the body is, and as redaction leaves it.</summary>
    internal override bool ReadsBody => _only.Length == 0 || _only.Contains("Content-Length", StringComparer.OrdinalIgnoreCase);

    /// <summary>A matcher that compares the headers of these names and no others.</summary>
    /// <param name="names">The names, in any case; at least one.</param>
    /// <returns>A refined copy: names that this one was narrowed to stay.</returns>
    /// <exception cref="ArgumentException">There is no name, or one is empty.</exception>
    public HeadersMatcher Only(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Length == 0 || names.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("Headers to compare have names, and there is at least one.", nameof(names));
        }

        return new([.. _only, .. names]);
    }

    /// <inheritdoc/>
    public override string KeyOf(RecordedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return FacetComparison.KeyOf(Read(request));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<RequestDifference> Explain(RecordedRequest request, RecordedRequest recorded)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(recorded);
        return FacetComparison.Differences(Read(request), Read(recorded));
    }

    private IReadOnlyList<Facet> Read(RecordedRequest request) =>
        [.. HeaderReading.Read(_only.Length == 0 ? request.Headers : Narrowed(request.Headers))];

    private RecordedHeaders Narrowed(RecordedHeaders headers) =>
        new(headers.Where(header => _only.Contains(header.Key, StringComparer.OrdinalIgnoreCase)));
}
