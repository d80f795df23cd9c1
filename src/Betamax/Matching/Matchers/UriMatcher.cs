using Betamax.Http;
using Betamax.Matching.Matchers;
using Betamax.Matching.Values;

namespace Betamax;

/// <summary>
/// Compares whole URIs: scheme, user info, host, port, path and fragment, each normalized (RFC 3986, section 6.2), and the
/// query as <see cref="QueryMatcher"/> compares it. Immutable; it is <see cref="RequestMatchers.Uri"/> or a refined copy of
/// it.
/// </summary>
public sealed class UriMatcher : KeyedRequestMatcher
{
    private const string Scheme = "scheme";
    private const string Host = "host";
    private const string Port = "port";
    private const string Path = "path";

    private readonly FieldReader _query;

    internal UriMatcher(IReadOnlyList<string> ignored)
        : base("uri") => _query = new("query") { Ignored = ignored };

    /// <inheritdoc/>
    public override RequestParts Reads => RequestParts.Uri;

    /// <summary>Makes a matcher that also ignores the query parameters with these names, such as a nonce.</summary>
    /// <param name="names">The names, decoded and in their exact case.</param>
    /// <returns>A copy that ignores these names and those that this matcher ignores.</returns>
    public UriMatcher Ignoring(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new([.. _query.Ignored, .. names]);
    }

    /// <inheritdoc/>
    public override string KeyOf(RecordedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (FindPlainKey(request) is { } plain)
        {
            return plain;
        }

        var values = Read(request);
        return FindPlainUri(values) ?? ComparedValues.ToKey(values);
    }

    /// <summary>A plain URI is its own key.</summary>
    internal override string? FindPlainKey(RecordedRequest request) => PlainUri.IsPlain(request.Uri) ? request.Uri : null;

    /// <inheritdoc/>
    public override IReadOnlyList<RequestDifference> Explain(RecordedRequest request, RecordedRequest recorded) =>
        ComparedValues.Explain(Read(request), Read(recorded));

    /// <inheritdoc/>
    public override MatcherRemedy? SuggestRemedy(RecordedRequest request, RecordedRequest recorded)
    {
        var refined = Ignoring([.. RemedyText.FindNames(Read(request), Read(recorded))]);
        var query = RequestMatchers.Query.Ignoring([.. refined._query.Ignored]);
        return RemedyText.FindFirst(request, recorded,
        [
            new(refined.Code, [refined]),
            new(
                $"{RemedyText.Host}, {RemedyText.Path} and {query.Code} in place of {RemedyText.Uri}",
                [RequestMatchers.Host, RequestMatchers.Path, query]),
            new($"{RemedyText.Path} and {query.Code} in place of {RemedyText.Uri}", [RequestMatchers.Path, query]),
        ]);
    }

    private string Code =>
        RemedyText.Uri + (_query.Ignored.Count == 0 ? "" : $".{nameof(Ignoring)}({RemedyText.Quote(_query.Ignored)})");

    private List<ComparedValue> Read(RecordedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var parts = UriParts.Split(request.Uri);
        var authority = UriAuthority.Parse(parts);
        var values = new List<ComparedValue>();
        Add(Scheme, parts.NormalScheme);
        Add("user info", authority.UserInfo);
        Add(Host, authority.Host);
        Add(Port, authority.Port);
        Add(Path, UriPath.Normalize(parts));
        Add("fragment", PercentEncoding.Normalize(parts.Fragment ?? ""));
        values.AddRange(_query.Read(parts.Query));
        return values;

        void Add(string place, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                values.Add(new(place, value));
            }
        }
    }

    /// <summary>The plain URI that has these values; <see langword="null"/> if there is none.</summary>
    private static string? FindPlainUri(List<ComparedValue> values)
    {
        var uri = values switch
        {
            [{ Place: Scheme } scheme, { Place: Host } host, { Place: Path } path] when PlainUri.IsPlainHost(host.Key) =>
                $"{scheme.Key}://{host.Key}{path.Key}",
            [{ Place: Scheme } scheme, { Place: Host } host, { Place: Port } port, { Place: Path } path] when PlainUri.IsPlainHost(host.Key) =>
                $"{scheme.Key}://{host.Key}:{port.Key}{path.Key}",
            _ => null,
        };
        return uri is not null && PlainUri.IsPlain(uri) ? uri : null;
    }
}
