using Betamax.Matching.Matchers;

namespace Betamax;

/// <summary>
/// The built-in matchers, and methods that make a matcher from a delegate. Each is safe to use from any thread.
/// </summary>
/// <remarks>The names are those of the same matchers in Python Betamax, if it has them.</remarks>
public static class RequestMatchers
{
    /// <summary><c>method</c>: the HTTP method is the same, ignoring case.</summary>
    public static RequestMatcher Method { get; } = new MethodMatcher();

    /// <summary>
    /// <c>uri</c>: the whole URI is the same, as <see cref="UriMatcher"/> compares it. <see cref="UriMatcher.Ignoring"/>
    /// makes a copy that ignores certain query parameters.
    /// </summary>
    public static UriMatcher Uri { get; } = new([]);

    /// <summary>
    /// <c>host</c>: host and port are the same, ignoring case. A URI without a port has the default port of its scheme.
    /// </summary>
    public static RequestMatcher Host { get; } = new HostMatcher();

    /// <summary><c>path</c>: the path is the same after normalization (RFC 3986, section 6.2).</summary>
    public static RequestMatcher Path { get; } = new PathMatcher();

    /// <summary>
    /// <c>query</c>: the query parameters are the same, as <see cref="QueryMatcher"/> compares them. Its methods make a copy
    /// that ignores certain parameters, or the order of values.
    /// </summary>
    public static QueryMatcher Query { get; } = new();

    /// <summary>
    /// <c>headers</c>: all request headers are the same, as <see cref="HeadersMatcher"/> compares them. Its methods make a copy
    /// that compares certain headers only, or all except certain ones.
    /// </summary>
    public static HeadersMatcher Headers { get; } = new();

    /// <summary><c>body</c>: the bytes of the body are the same.</summary>
    public static RequestMatcher Body { get; } = new BodyMatcher();

    /// <summary>
    /// <c>digest-auth</c>: the <c>Authorization</c> header is the same. Under the scheme Digest, the parameters <c>cnonce</c> and
    /// <c>response</c>, the order of parameters and their quotes do not count.
    /// </summary>
    public static RequestMatcher DigestAuth { get; } = new DigestAuthMatcher();

    /// <summary>
    /// <c>json-body</c>: the JSON value is the same, as <see cref="JsonBodyMatcher"/> compares it.
    /// <see cref="JsonBodyMatcher.Ignoring"/> makes a copy that ignores certain paths.
    /// </summary>
    public static JsonBodyMatcher JsonBody { get; } = new([]);

    /// <summary>
    /// <c>form-urlencoded-body</c>: the form fields are the same, compared as <see cref="Query"/> compares parameters. A body with
    /// another <c>Content-Type</c> is compared as bytes.
    /// </summary>
    public static RequestMatcher FormUrlEncodedBody { get; } = new FormUrlEncodedBodyMatcher();

    /// <summary>
    /// <c>multipart-form-data-body</c>: the parts are the same and in the same order, each with the same headers and bytes. The
    /// boundary does not count. A body that is not multipart, or malformed, is compared as bytes.
    /// </summary>
    public static RequestMatcher MultipartFormDataBody { get; } = new MultipartFormDataBodyMatcher();

    /// <summary>
    /// Makes a matcher from a rule that compares two requests. The rule is called for each recording that the other matchers
    /// accept; if it can be written as a key instead, it is faster.
    /// </summary>
    /// <param name="name">The name that messages show.</param>
    /// <param name="matches">
    /// The rule over the live request (first) and the recorded one. It must have no side effects and be safe to call from any
    /// thread. Its exceptions reach the caller of the client.
    /// </param>
    /// <param name="reads">The parts of a request that the rule reads; all by default. Other parts may be missing.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static RequestMatcher Create(
        string name, Func<RecordedRequest, RecordedRequest, bool> matches, RequestParts reads = RequestParts.All)
    {
        ArgumentNullException.ThrowIfNull(matches);
        return new PredicateMatcher(name, matches, reads);
    }

    /// <summary>
    /// Makes a matcher from a key: two requests match if their keys are equal. Recordings are found by key in constant time.
    /// </summary>
    /// <param name="name">The name that messages show.</param>
    /// <param name="keyOf">
    /// Computes the key of a live or recorded request; never <see langword="null"/>. It must have no side effects and be safe to
    /// call from any thread.
    /// </param>
    /// <param name="reads">The parts of a request that the key is computed from; all by default. Other parts may be missing.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static RequestMatcher Create(string name, Func<RecordedRequest, string> keyOf, RequestParts reads = RequestParts.All)
    {
        ArgumentNullException.ThrowIfNull(keyOf);
        return new KeyMatcher(name, keyOf, reads);
    }
}
