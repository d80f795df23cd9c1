using System.Text;
using Betamax.Secrets.Leaks;

namespace Betamax.Tests.Secrets.Leaks;

public sealed class LeakRuleTests
{
    private static readonly TextScan Scan = new(LeakRules.All, [], []);

    public static TheoryData<string> Rules => [.. LeakRules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_secret_is_found_at_either_end_of_a_text_and_within_it(string rule)
    {
        foreach (var secret in Samples.ByRule[rule].Secrets)
        {
            Assert.Equal([rule], Found(secret));
            Assert.Equal([rule], Found($"a text with {secret} in it"));
            Assert.Equal([rule], Found($"name={secret}"));
            Assert.Equal([rule], Found($"\"{secret}\""));
            Assert.Equal([rule], Found($"é{secret}é"));
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_text_that_is_almost_a_secret_is_not_found(string rule)
    {
        foreach (var text in Samples.ByRule[rule].NearMisses)
        {
            Assert.Empty(Found(text));
            Assert.Empty(Found($"a text with {text} in it"));
        }
    }

    [Fact]
    public void Every_secret_of_a_text_is_found_with_its_offset()
    {
        var text = $"{Samples.GitHub} and {Samples.Jwt} and {Samples.GitHub}";

        Assert.Equal(
            [
                new("github-token", 0),
                new("jwt", text.IndexOf("eyJ", StringComparison.Ordinal)),
                new("github-token", text.LastIndexOf(Samples.GitHub, StringComparison.Ordinal)),
            ],
            Scan.Find(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void All_rules_have_different_names() => Assert.Distinct(LeakRules.Names);

    private static IEnumerable<string> Found(string text) =>
        (Scan.Find(Encoding.UTF8.GetBytes(text)) ?? []).Select(find => find.Rule).Distinct();
}
