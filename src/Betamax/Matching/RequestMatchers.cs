using Betamax.Matching;
using Betamax.Matching.Bodies;
using Betamax.Matching.Facets;
using Betamax.Matching.Headers;
using Betamax.Matching.Uris;

namespace Betamax;

/// <summary>
/// The matchers that come with the library, and ways to make one from a delegate. Each is safe to use from any thread.
/// </summary>
/// <remarks>The names are those of Python Betamax, where it has the matcher.</remarks>
public static class RequestMatchers
{
    /// <summary><c>method</c>: the same HTTP method, case aside.</summary>
    public static RequestMatcher Method { get; } =
        new FacetMatcher("method", request => [new("method", request.Method.ToUpperInvariant())])
        {
            Key = request => request.Method.AsSpan().ContainsAnyExceptInRange('A', 'Z') ? request.Method.ToUpperInvariant() : request.Method,
        };

    /// <summary>
    /// <c>uri</c>: the same scheme, user info, host, port, path and fragment, each normalised as RFC 3986, section 6.2, has
    /// it, and the same query as <see cref="Query"/> compares it.
    /// </summary>
    public static RequestMatcher Uri { get; } = new FacetMatcher("uri", request => UriReading.Whole(request.Uri))
    {
        Key = request => UriKey.Of(request.Uri),
    };

    /// <summary>
    /// <c>host</c>: the same host, case aside, on the same port. The scheme's default port and none are the same.
    /// </summary>
    public static RequestMatcher Host { get; } = new FacetMatcher("host", request => UriReading.Host(request.Uri));

    /// <summary><c>path</c>: the same path, normalised as RFC 3986, section 6.2, has it.</summary>
    public static RequestMatcher Path { get; } = new FacetMatcher("path", request => UriReading.Path(request.Uri));

    /// <summary>
    /// <c>query</c>: the same names with the same values, decoded. The order of the names does not count, that of one
    /// name's values does; <c>?a</c> is <c>?a=</c>, and <c>+</c> is a space.
    /// </summary>
    public static RequestMatcher Query { get; } = new FacetMatcher("query", request => UriReading.Query(request.Uri));

    /// <summary>
    /// <c>headers</c>: all request headers equal, as <see cref="HeadersMatcher"/> compares them; or, refined by
    /// <see cref="HeadersMatcher.Only"/>, those of some names.
    /// </summary>
    public static HeadersMatcher Headers { get; } = new([]);

    /// <summary><c>body</c>: the same bytes.</summary>
    public static RequestMatcher Body { get; } = new FacetMatcher("body", request => BodyReading.Read(request.Body), readsBody: true);

    /// <summary>
    /// <c>digest-auth</c>: the same <c>Authorization</c> header, but for <c>cnonce</c> and <c>response</c> of the Digest
    /// scheme, and for the order and the quotes of its parameters.
    /// </summary>
    public static RequestMatcher DigestAuth { get; } =
        new FacetMatcher("digest-auth", request => DigestReading.Read(request.Headers), readsHeaders: true);

    /// <summary>
    /// <c>json-body</c>: the same JSON value, as <see cref="JsonBodyMatcher"/> compares it; refined by
    /// <see cref="JsonBodyMatcher.Ignoring"/>, some places aside.
    /// </summary>
    public static JsonBodyMatcher JsonBody { get; } = new([]);

    /// <summary>
    /// <c>form-urlencoded-body</c>: the same form fields, compared as <see cref="Query"/> compares names and values. A body
    /// whose <c>Content-Type</c> says that it is something else is compared as bytes.
    /// </summary>
    public static RequestMatcher FormUrlEncodedBody { get; } = new FacetMatcher("form-urlencoded-body", FormReading.Read, readsBody: true, readsHeaders: true);

    /// <summary>
    /// <c>multipart-form-data-body</c>: the same parts in the same order, each with the same headers and bytes, whatever
    /// the boundary between them. A body that is not multipart, or malformed, is compared as bytes.
    /// </summary>
    public static RequestMatcher MultipartFormDataBody { get; } =
        new FacetMatcher("multipart-form-data-body", MultipartReading.Read, readsBody: true, readsHeaders: true);

    /// <summary>
    /// Makes a matcher from a rule over the live request (first) and the recorded one. It is asked about each recording
    /// that the other matchers leave, so a rule that can be put as a key is better given as one.
    /// </summary>
    /// <param name="name">The name by which messages call it.</param>
    /// <param name="matches">The rule: pure, and safe to call from any thread. What it throws reaches the caller.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static RequestMatcher Create(string name, Func<RecordedRequest, RecordedRequest, bool> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        return new PredicateMatcher(name, matches);
    }

    /// <summary>
    /// Makes a matcher from a key: two requests match when theirs are the same. Recordings are looked up by it in constant
    /// time.
    /// </summary>
    /// <param name="name">The name by which messages call it.</param>
    /// <param name="keyOf">The key of a request, live or recorded; never <see langword="null"/>. Pure, and safe to call from any thread.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static RequestMatcher Create(string name, Func<RecordedRequest, string> keyOf)
    {
        ArgumentNullException.ThrowIfNull(keyOf);
        return new KeyMatcher(name, keyOf);
    }
}
