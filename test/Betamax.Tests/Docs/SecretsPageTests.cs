using System.Text.RegularExpressions;
using Betamax.Tests.Matching;

namespace Betamax.Tests.Docs;

/// <summary>The tables and lists of docs/secrets.md are true.</summary>
public sealed partial class SecretsPageTests
{
    private const string Token = "a token / of \"mine\"";

    [Fact]
    public void The_table_of_redaction_shows_the_real_results()
    {
        var rows = RedactionRows().Matches(Documents.Read("docs/secrets.md"));

        Assert.True(rows.Count > 5);
        foreach (Match row in rows)
        {
            Assert.Equal(row.Groups["after"].Value, Redacted(row.Groups["before"].Value));
        }
    }

    [Fact]
    public void The_table_of_placeholders_shows_the_real_results()
    {
        var page = Documents.Read("docs/secrets.md");
        var placeholders = new PlaceholderSet([new("<AUTH_TOKEN>", Token)]);
        foreach (var (kind, value) in new[]
        {
            ("plain", Token), ("percent-encoded, as in a URI or a form", Uri.EscapeDataString(Token)),
            ("escaped in JSON", Token.Replace("\"", "\\\"", StringComparison.Ordinal)),
        })
        {
            var hidden = placeholders.Hide(new Interaction(new("GET", "http://host/") { Body = RecordedBody.FromText(value) }, new(200, "OK", "")));

            Assert.Contains($"| {kind} | `{hidden.Request.Body.Text}` |", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_page_names_every_rule_of_the_leak_scan()
    {
        var page = Documents.Read("docs/secrets.md");

        Assert.All(LeakScan.RuleNames, rule => Assert.Contains($"`{rule}`", page, StringComparison.Ordinal));
    }

    private static string Redacted(string text)
    {
        var header = Header().Match(text);
        var request = text.StartsWith("http", StringComparison.Ordinal) ? new RecordedRequest("GET", text)
            : header.Success ? new RecordedRequest("GET", "http://host/").With(header.Groups["name"].Value, header.Groups["value"].Value)
            : new RecordedRequest("POST", "http://host/") { Body = RecordedBody.FromText(text) }
                .With("Content-Type", text.StartsWith('{') ? "application/json" : "application/x-www-form-urlencoded");
        var redacted = Redaction.Default.Apply(new Interaction(request, new(200, "OK", ""))).Request;
        return text.StartsWith("http", StringComparison.Ordinal) ? redacted.Uri
            : header.Success ? $"{header.Groups["name"].Value}: {redacted.Headers.Values.Single()[0]}"
            : redacted.Body.Text!;
    }

    [GeneratedRegex(@"^\| `(?<before>[^`]+)` \| `(?<after>[^`]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex RedactionRows();

    [GeneratedRegex("^(?<name>[A-Za-z-]+): (?<value>.*)$")]
    private static partial Regex Header();
}
