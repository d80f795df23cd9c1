using System.Text.RegularExpressions;
using Betamax.Secrets;
using Betamax.Secrets.Leaks;
using Betamax.Tests.Docs;
using Betamax.Tests.Json;

namespace Betamax.Tests.Secrets.Leaks;

/// <summary>What the scan finds on the cassettes of public projects is what docs/secrets.md says and explains.</summary>
public sealed partial class RealCassetteLeakTests
{
    [Fact]
    public void Its_alarms_are_those_of_the_table()
    {
        var masking = new Masking([], Redaction.Default);
        var scan = new LeakScan([], []);
        var found = RealCassettes.Find()
            .SelectMany(path => Cassette.Load(path).Interactions)
            .SelectMany(interaction => scan.In(masking.ToTape(interaction)))
            .GroupBy(leak => leak.Rule)
            .ToDictionary(rule => rule.Key, rule => rule.Count());

        Assert.Equal(Table(), found);
    }

    private static Dictionary<string, int> Table() => Rows().Matches(Documents.Read("docs/secrets.md"))
        .ToDictionary(row => row.Groups["rule"].Value, row => int.Parse(row.Groups["count"].Value, null));

    [GeneratedRegex(@"^\| `(?<rule>[a-z0-9-]+)` \| (?<count>\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
