using Betamax.Secrets;
using Betamax.Secrets.Redactions;

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
    /// <c>Set-Cookie</c> (names and attributes stay), the headers of API keys and tokens, the user info of URIs, and the
    /// parameters of URIs, fields of forms and JSON properties that are called like a token, a key, a secret or a password.
    /// </summary>
    public static Redaction Default { get; } = new(
        new(SecretPlaces.Headers), new([.. SecretPlaces.Fields, .. SecretPlaces.Parameters]), new(SecretPlaces.Fields));

    /// <summary>Nothing is redacted: secrets reach the tape as they are.</summary>
    public static Redaction None { get; } = new(new([]), new([]), new([]));

    /// <summary>A copy that redacts these headers too.</summary>
    /// <param name="names">The headers' names.</param>
    /// <exception cref="ArgumentException">A name is empty, or has more than 64 characters.</exception>
    public Redaction AddHeaders(params string[] names) => new(_headers.With(names), _parameters, _properties);

    /// <summary>A copy that redacts these parameters of URIs and fields of forms too.</summary>
    /// <param name="names">The parameters' names.</param>
    /// <exception cref="ArgumentException">A name is empty, or has more than 64 characters.</exception>
    public Redaction AddParameters(params string[] names) => new(_headers, _parameters.With(names), _properties);

    /// <summary>A copy that redacts these JSON properties too, at any depth: all texts and numbers in their values.</summary>
    /// <param name="names">The properties' names.</param>
    /// <exception cref="ArgumentException">A name is empty, or has more than 64 characters.</exception>
    public Redaction AddJsonProperties(params string[] names) => new(_headers, _parameters, _properties.With(names));

    /// <summary>A copy that lets headers, parameters, fields and properties of these names be.</summary>
    /// <param name="names">The names.</param>
    /// <exception cref="ArgumentException">A name is empty, or has more than 64 characters.</exception>
    public Redaction Except(params string[] names) =>
        new(_headers.Without(names), _parameters.Without(names), _properties.Without(names));

    /// <summary>Whether there is a secret in a URI.</summary>
    internal bool Hides(string uri) => this != None && !ReferenceEquals(UriRedaction.In(uri, _parameters, new([])), uri);

    internal Interaction Apply(Interaction interaction, IReadOnlyList<string> placeholders)
    {
        if (this == None)
        {
            return interaction;
        }

        var request = Apply(interaction.Request, placeholders);
        var response = Apply(interaction.Response, placeholders);
        return ReferenceEquals(request, interaction.Request) && ReferenceEquals(response, interaction.Response)
            ? interaction
            : interaction with { Request = request, Response = response };
    }

    internal RecordedRequest Apply(RecordedRequest request, IReadOnlyList<string> placeholders)
    {
        if (this == None)
        {
            return request;
        }

        var mark = new SecretMark(placeholders);
        var uri = UriRedaction.In(request.Uri, _parameters, mark);
        var body = InBody(request.Body, request.Headers, mark);
        var headers = InHeaders(request.Headers, request.Body, body, mark);
        return ReferenceEquals(uri, request.Uri) && ReferenceEquals(body, request.Body) && ReferenceEquals(headers, request.Headers)
            ? request
            : request with { Uri = uri, Headers = headers, Body = body };
    }

    private RecordedResponse Apply(RecordedResponse response, IReadOnlyList<string> placeholders)
    {
        var mark = new SecretMark(placeholders);
        var url = UriRedaction.In(response.Url, _parameters, mark);
        var body = InBody(response.Body, response.Headers, mark);
        var headers = InHeaders(response.Headers, response.Body, body, mark);
        var trailers = InHeaders(response.Trailers, mark);
        return ReferenceEquals(url, response.Url) && ReferenceEquals(body, response.Body)
            && ReferenceEquals(headers, response.Headers) && ReferenceEquals(trailers, response.Trailers)
                ? response
                : response with { Url = url, Headers = headers, Body = body, Trailers = trailers };
    }

    private RecordedHeaders InHeaders(RecordedHeaders headers, SecretMark mark) => headers.Map(
        (Redaction: this, Mark: mark),
        static (name, value, by) => HeaderRedaction.In(name, value, by.Redaction._headers, by.Redaction._parameters, by.Mark));

    private RecordedHeaders InHeaders(RecordedHeaders headers, RecordedBody before, RecordedBody after, SecretMark mark) =>
        PackedBody.Fit(InHeaders(headers, mark), before, after);

    private RecordedBody InBody(RecordedBody body, RecordedHeaders headers, SecretMark mark) =>
        body.IsEmpty ? body : InBody(body, headers, new BodyRedaction(_parameters, _properties, mark));

    private static RecordedBody InBody(RecordedBody body, RecordedHeaders headers, BodyRedaction redacting)
    {
        var utf8 = body.Utf8;
        var redacted = PackedBody.Change(
            utf8,
            headers,
            (Redacting: redacting, Type: headers.First("Content-Type")),
            static (opened, by) => by.Redacting.In(opened, by.Type));
        return redacted.Equals(utf8) ? body : body.WithUtf8(redacted);
    }
}
