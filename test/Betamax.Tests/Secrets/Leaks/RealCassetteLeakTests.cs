using System.Text.RegularExpressions;
using Betamax.Secrets;
using Betamax.Tests.Docs;
using Betamax.Tests.Formats;

namespace Betamax.Tests.Secrets.Leaks;

/// <summary>docs/secrets.md lists exactly what the scan finds on the cassettes of public projects.</summary>
public sealed partial class RealCassetteLeakTests
{
    [Fact]
    public void Without_redaction_it_finds_what_the_table_says() => Assert.Equal(Table(), FoundWith(Redaction.None));

    [Fact]
    public void With_redaction_it_finds_nothing() => Assert.Empty(FoundWith(Redaction.Default));

    private static Dictionary<string, int> FoundWith(Redaction redaction)
    {
        var secrets = new SecretFilter([], redaction);
        var scan = new LeakScan([], []);
        return RealCassettes.Find()
            .SelectMany(path => Cassette.Load(path).Interactions)
            .SelectMany(interaction => scan.Find(secrets.Hide(interaction)))
            .GroupBy(leak => leak.Rule)
            .ToDictionary(rule => rule.Key, rule => rule.Count());
    }

    private static Dictionary<string, int> Table() => Rows().Matches(Documents.Read("docs/secrets.md"))
        .ToDictionary(row => row.Groups["rule"].Value, row => int.Parse(row.Groups["count"].Value, null));

    [GeneratedRegex(@"^\| `(?<rule>[a-z0-9-]+)` \| (?<count>\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
