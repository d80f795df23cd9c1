#pragma warning disable IDE0007, IDE0011 // Examples name their types and stay short.

using System.Text.RegularExpressions;

namespace Betamax.Tests.Docs.Examples;

/// <summary>The examples of docs/secrets.md. They are compiled.</summary>
internal static partial class SecretsExamples
{
    public static CassetteOptions Known(string token)
    {
        var options = new CassetteOptions
        {
            Placeholders = [new Placeholder("<AUTH_TOKEN>", token)],
        };

        return options;
    }

    public static Redaction[] Unknown()
    {
        Redaction more = Redaction.Default.AddHeaders("X-Own").AddParameters("code").AddJsonProperties("pin");
        Redaction less = Redaction.Default.Except("signature");
        Redaction own = Redaction.Default.Add(text => AcmeKey().Replace(text, Redaction.Replacement));
        Redaction off = Redaction.None;

        return [more, less, own, off];
    }

    public static CassetteOptions[] Leaks()
    {
        var withTokens = new CassetteOptions { AllowedLeaks = ["jwt"] };

        var withOwnRule = new CassetteOptions { LeakRules = [new LeakRule("acme-key", AcmeKey())] };

        return [withTokens, withOwnRule];
    }

    public static void Existing(Placeholder[] placeholders)
    {
        Cassette cassette = Cassette.Load("tests/cassettes/example.json");
        Cassette hidden = new PlaceholderSet(placeholders).Hide(cassette);
        Cassette redacted = Redaction.Default.Apply(hidden, placeholders);
        IReadOnlyList<SecretLeak> leaks = new LeakScan(placeholders).Find(redacted);
        if (leaks.Count == 0)
        {
            redacted.Save("tests/cassettes/example.json");
        }
    }

    public static CassetteOptions Elsewhere()
    {
        var careful = new CassetteOptions
        {
            BeforeRecord = interaction => interaction.Request.Uri.Contains("/login") ? null : interaction,
        };

        return careful;
    }

    [GeneratedRegex("acme_[0-9a-z]{16}")]
    private static partial Regex AcmeKey();
}
