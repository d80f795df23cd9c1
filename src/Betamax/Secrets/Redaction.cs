using Betamax.Secrets;

namespace Betamax;

/// <summary>
/// Which secrets are kept off the tape although nobody has named them: when an interaction is recorded, their values are
/// replaced by <c>&lt;REDACTED&gt;</c>, in the request and in the response. The caller who records sees the real response.
/// Names are compared without regard to case, hyphens and underscores. Immutable: every method returns a copy.
/// </summary>
public sealed class Redaction
{
    /// <summary>What stands on the tape in place of a secret.</summary>
    public const string Mark = "<REDACTED>";

    private static readonly string[] FieldNames =
    [
        "access_token", "refresh_token", "id_token", "auth_token", "session_token", "bearer_token", "token", "jwt",
        "api_key", "api_token", "access_key", "secret_key", "secret_access_key", "aws_secret_access_key", "private_key",
        "secret", "client_secret", "client_assertion", "password", "passwd", "passphrase", "credentials",
    ];

    private static readonly string[] HeaderNames =
    [
        "Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie",
        "X-Api-Key", "Api-Key", "ApiKey", "X-Auth-Token", "X-Access-Token", "X-Session-Token", "X-Csrf-Token", "X-Xsrf-Token",
        "X-Amz-Security-Token", "X-Goog-Api-Key", "X-Functions-Key", "Ocp-Apim-Subscription-Key", "X-Vault-Token",
        "Private-Token", "X-Shopify-Access-Token",
    ];

    private readonly SecretNames _headers;
    private readonly SecretNames _parameters;
    private readonly SecretNames _properties;

    private Redaction(SecretNames headers, SecretNames parameters, SecretNames properties)
    {
        _headers = headers;
        _parameters = parameters;
        _properties = properties;
    }

    /// <summary>
    /// The usual places of secrets: <c>Authorization</c> and <c>Proxy-Authorization</c> (the scheme stays), <c>Cookie</c> and
    /// <c>Set-Cookie</c> (names and attributes stay), the headers of API keys and tokens, and query parameters, form fields
    /// and JSON properties that are called like a token, a key, a secret or a password.
    /// </summary>
    public static Redaction Default { get; } = new(
        new(HeaderNames), new([.. FieldNames, "sig", "signature", "X-Amz-Signature", "X-Amz-Credential", "X-Goog-Signature"]), new(FieldNames));

    /// <summary>Nothing is redacted: secrets reach the tape as they are.</summary>
    public static Redaction None { get; } = new(new([]), new([]), new([]));

    /// <summary>A copy that redacts these headers too.</summary>
    /// <param name="names">The headers' names.</param>
    public Redaction AddHeaders(params string[] names) => new(_headers.With(names), _parameters, _properties);

    /// <summary>A copy that redacts these query parameters and form fields too.</summary>
    /// <param name="names">The parameters' names.</param>
    public Redaction AddParameters(params string[] names) => new(_headers, _parameters.With(names), _properties);

    /// <summary>A copy that redacts these JSON properties too, at any depth.</summary>
    /// <param name="names">The properties' names.</param>
    public Redaction AddJsonProperties(params string[] names) => new(_headers, _parameters, _properties.With(names));

    /// <summary>A copy that lets headers, parameters, fields and properties of these names be.</summary>
    /// <param name="names">The names.</param>
    public Redaction Except(params string[] names) =>
        new(_headers.Without(names), _parameters.Without(names), _properties.Without(names));

    internal Interaction Apply(Interaction interaction, IReadOnlyList<string> placeholders) =>
        this == None ? interaction : interaction with
        {
            Request = Apply(interaction.Request, placeholders),
            Response = Apply(interaction.Response, placeholders),
        };

    internal RecordedRequest Apply(RecordedRequest request, IReadOnlyList<string> placeholders)
    {
        if (this == None)
        {
            return request;
        }

        var mark = new SecretMark(placeholders);
        var body = InBody(request.Body, request.Headers, mark);
        return request with
        {
            Uri = ParameterRedaction.InUri(request.Uri, _parameters, mark),
            Headers = InHeaders(request.Headers, request.Body, body, mark),
            Body = body,
        };
    }

    private RecordedResponse Apply(RecordedResponse response, IReadOnlyList<string> placeholders)
    {
        var mark = new SecretMark(placeholders);
        var body = InBody(response.Body, response.Headers, mark);
        return response with
        {
            Url = ParameterRedaction.InUri(response.Url, _parameters, mark),
            Headers = InHeaders(response.Headers, response.Body, body, mark),
            Body = body,
            Trailers = InHeaders(response.Trailers, mark),
        };
    }

    private RecordedHeaders InHeaders(RecordedHeaders headers, SecretMark mark) => headers.Map((name, value) =>
        name.Equals("Location", StringComparison.OrdinalIgnoreCase) ? ParameterRedaction.InUri(value, _parameters, mark)
        : _headers.Contains(name) ? HeaderRedaction.Of(name, value, mark)
        : value);

    private RecordedHeaders InHeaders(RecordedHeaders headers, RecordedBody before, RecordedBody after, SecretMark mark)
    {
        var redacted = InHeaders(headers, mark);
        return ReferenceEquals(before, after) || !headers.ContainsKey("Content-Length")
            ? redacted
            : redacted.With("Content-Length", $"{after.Bytes.Length}");
    }

    private static bool IsForm(RecordedHeaders headers) =>
        headers.First("Content-Type") is { } type
        && type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private RecordedBody InBody(RecordedBody body, RecordedHeaders headers, SecretMark mark)
    {
        if (body.IsEmpty)
        {
            return body;
        }

        return body.WithUtf8(PackedBody.Change(body.Utf8, headers, utf8 =>
            IsForm(headers) ? ParameterRedaction.InForm(utf8, _parameters, mark)
            : JsonRedaction.LooksLikeJson(utf8.Span) ? JsonRedaction.In(utf8, _properties, mark)
            : utf8));
    }
}
