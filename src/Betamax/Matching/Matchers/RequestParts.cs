namespace Betamax;

/// <summary>The parts of a request that a matcher reads.</summary>
[Flags]
public enum RequestParts
{
    /// <summary>No part: the matcher decides without looking at the request.</summary>
    None = 0,

    /// <summary>The HTTP method.</summary>
    Method = 1,

    /// <summary>The URI.</summary>
    Uri = 2,

    /// <summary>The headers, except <c>Content-Length</c>, which is only known with the body.</summary>
    Headers = 4,

    /// <summary>The body, and with it <c>Content-Length</c>.</summary>
    Body = 8,

    /// <summary>All parts.</summary>
    All = Method | Uri | Headers | Body,
}
