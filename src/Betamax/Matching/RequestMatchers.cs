namespace Betamax;

/// <summary>The matchers that come with the library, and a way to make one from a delegate.</summary>
public static class RequestMatchers
{
    /// <summary>method</summary>
    public static RequestMatcher Method { get; } = Create("method", (_, _) => true);

    /// <summary>uri</summary>
    public static RequestMatcher Uri { get; } = Create("uri", (_, _) => true);

    /// <summary>Stub.</summary>
    public static RequestMatcher Create(string name, Func<RecordedRequest, RecordedRequest, bool> matches) => throw new NotImplementedException();
}
