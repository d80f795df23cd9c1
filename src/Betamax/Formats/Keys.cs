namespace Betamax.Formats;

/// <summary>The keys that the format knows. docs/cassette-format.md says what each is.</summary>
internal static class Keys
{
    public const string HttpInteractions = "http_interactions";
    public const string RecordedWith = "recorded_with";

    public const string Request = "request";
    public const string Response = "response";
    public const string RecordedAt = "recorded_at";

    public const string Body = "body";
    public const string Headers = "headers";
    public const string Method = "method";
    public const string Uri = "uri";
    public const string Status = "status";
    public const string Url = "url";

    public const string Code = "code";
    public const string Message = "message";

    /// <summary>What the oldest cassettes have in place of <see cref="Status"/>.</summary>
    public const string StatusCode = "status_code";

    public const string Encoding = "encoding";
    public const string String = "string";

    /// <summary>In place of <see cref="String"/>. If both are there, this one is the body.</summary>
    public const string Base64String = "base64_string";

    // Our own. Python Betamax ignores keys that it does not know, except in a body: there they make it fail.
    public const string HttpVersion = "http_version";
    public const string Trailers = "trailers";
    public const string Chunks = "chunks";
    public const string Failure = "failure";
    public const string AfterMilliseconds = "after_ms";
    public const string Errors = "errors";
    public const string Type = "type";
}
