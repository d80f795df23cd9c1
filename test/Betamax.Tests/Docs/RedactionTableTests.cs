using System.Text.RegularExpressions;
using Betamax.Secrets;
using Betamax.Secrets.Redactions;
using Betamax.Tests.Matching;

namespace Betamax.Tests.Docs;

/// <summary>Each name in the table of docs/secrets.md is redacted in the places that the table names.</summary>
public sealed partial class RedactionTableTests
{
    private const string Value = "s3cret";

    [Fact]
    public void The_table_in_the_code_is_the_same()
    {
        Assert.Equal(SecretPlaces.Headers.Order(StringComparer.Ordinal), NamesOf("headers").Order(StringComparer.Ordinal));
        Assert.Equal(SecretPlaces.Fields.Order(StringComparer.Ordinal), NamesOf("fields").Order(StringComparer.Ordinal));
        Assert.Equal(SecretPlaces.Parameters.Order(StringComparer.Ordinal), NamesOf("parameters").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Headers()
    {
        foreach (var name in NamesOf("headers"))
        {
            var tape = ToTape(new RecordedRequest("GET", "http://host/").With(name, Value));

            Assert.EndsWith(Redaction.Mark, Assert.Single(tape.Headers[name]), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("fields")]
    [InlineData("parameters")]
    public void Query_parameters_and_form_fields(string row)
    {
        foreach (var name in NamesOf(row))
        {
            var tape = ToTape(new RecordedRequest("GET", $"http://host/?{name}={Value}&page=1")
            {
                Body = RecordedBody.FromText($"page=1&{name}={Value}"),
            }.With("Content-Type", "application/x-www-form-urlencoded"));

            Assert.Equal($"http://host/?{name}=<REDACTED>&page=1", tape.Uri);
            Assert.Equal($"page=1&{name}=<REDACTED>", tape.Body.Text);
        }
    }

    [Fact]
    public void JSON_properties_at_any_depth()
    {
        foreach (var name in NamesOf("fields"))
        {
            var tape = ToTape(new RecordedRequest("POST", "http://host/")
            {
                Body = RecordedBody.FromText($$"""[{ "page" : 1.0, "{{name}}":"{{Value}}", "in": {"{{name}}": 42, "x": [ ]} }]"""),
            });

            Assert.Equal(
                $$"""[{ "page" : 1.0, "{{name}}":"<REDACTED>", "in": {"{{name}}": "<REDACTED>", "x": [ ]} }]""", tape.Body.Text);
        }
    }

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
    public void A_placeholder_is_no_secret_and_the_spelling_of_a_name_does_not_count()
    {
        var masking = new Masking([new Placeholder("<AUTH_TOKEN>", Value)], Redaction.Default);
        var tape = masking.ToTape(new RecordedRequest("GET", "http://host/?accessToken=x").With("Authorization", "Bearer " + Value));

        Assert.Equal(["Bearer <AUTH_TOKEN>"], tape.Headers["Authorization"]);
        Assert.Equal("http://host/?accessToken=<REDACTED>", tape.Uri);
    }

    private static RecordedRequest ToTape(RecordedRequest request) => new Masking([], Redaction.Default).ToTape(request);

    /// <summary>Gets the names in the first cell of the rows with this beginning.</summary>
    private static List<string> NamesOf(string row)
    {
        var names = Documents.Read("docs/secrets.md").Split('\n')
            .Where(line => line.StartsWith($"| {row} `", StringComparison.Ordinal))
            .SelectMany(line => Names().Matches(line.Split('|')[1]).Select(name => name.Groups["name"].Value))
            .ToList();
        Assert.NotEmpty(names);
        return names;
    }

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Names();
}
