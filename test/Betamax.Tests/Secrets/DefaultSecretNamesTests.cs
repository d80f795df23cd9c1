using Betamax.Secrets;
using Betamax.Secrets.Redactions;
using Betamax.Tests.Matching;

namespace Betamax.Tests.Secrets;

/// <summary>Each name of the default redaction is redacted wherever such a name can be.</summary>
public sealed class DefaultSecretNamesTests
{
    private const string Value = "s3cret";

    [Fact]
    public void Headers() => Assert.All(DefaultSecretNames.Headers, name =>
    {
        var tape = ToTape(new RecordedRequest("GET", "http://host/").With(name, Value));

        Assert.EndsWith(Redaction.Replacement, Assert.Single(tape.Headers[name]), StringComparison.Ordinal);
    });

    [Fact]
    public void Query_parameters_and_form_fields() => Assert.All(DefaultSecretNames.Fields.Concat(DefaultSecretNames.Parameters), name =>
    {
        var tape = ToTape(new RecordedRequest("GET", $"http://host/?{name}={Value}&page=1")
        {
            Body = RecordedBody.FromText($"page=1&{name}={Value}"),
        }.With("Content-Type", "application/x-www-form-urlencoded"));

        Assert.Equal($"http://host/?{name}=<REDACTED>&page=1", tape.Uri);
        Assert.Equal($"page=1&{name}=<REDACTED>", tape.Body.Text);
    });

    [Fact]
    public void JSON_properties_at_any_depth() => Assert.All(DefaultSecretNames.Fields, name =>
    {
        var tape = ToTape(new RecordedRequest("POST", "http://host/")
        {
            Body = RecordedBody.FromText($$"""[{ "page" : 1.0, "{{name}}":"{{Value}}", "in": {"{{name}}": 42, "x": [ ]} }]"""),
        });

        Assert.Equal(
            $$"""[{ "page" : 1.0, "{{name}}":"<REDACTED>", "in": {"{{name}}": "<REDACTED>", "x": [ ]} }]""", tape.Body.Text);
    });

    [Fact]
    public void Credentials_without_their_scheme_and_cookies_without_their_names()
    {
        var tape = ToTape(new RecordedRequest("GET", "http://host/")
            .With("Authorization", "Bearer " + Value)
            .With("Cookie", $"a={Value}; b={Value}")
            .With("Set-Cookie", $"a={Value}; Path=/; HttpOnly"));

        Assert.Equal(["Bearer <REDACTED>"], tape.Headers["Authorization"]);
        Assert.Equal(["a=<REDACTED>; b=<REDACTED>"], tape.Headers["Cookie"]);
        Assert.Equal(["a=<REDACTED>; Path=/; HttpOnly"], tape.Headers["Set-Cookie"]);
    }

    [Fact]
    public void A_placeholder_is_not_a_secret_and_the_spelling_of_a_name_is_ignored()
    {
        var secrets = new SecretFilter([new Placeholder("<AUTH_TOKEN>", Value)], Redaction.Default);
        var tape = secrets.Hide(new RecordedRequest("GET", "http://host/?accessToken=x").With("Authorization", "Bearer " + Value));

        Assert.Equal(["Bearer <AUTH_TOKEN>"], tape.Headers["Authorization"]);
        Assert.Equal("http://host/?accessToken=<REDACTED>", tape.Uri);
    }

    private static RecordedRequest ToTape(RecordedRequest request) => new SecretFilter([], Redaction.Default).Hide(request);
}
