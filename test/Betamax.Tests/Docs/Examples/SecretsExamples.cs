#pragma warning disable IDE0007, IDE0011 // Examples name their types and stay short.

namespace Betamax.Tests.Docs.Examples;

/// <summary>The examples of docs/secrets.md. They are compiled.</summary>
internal static class SecretsExamples
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
        Redaction off = Redaction.None;

        return [more, less, off];
    }

    public static CassetteOptions Allowed()
    {
        var withTokens = new CassetteOptions { AllowedLeaks = ["jwt"] };

        return withTokens;
    }

    public static CassetteOptions Elsewhere()
    {
        var careful = new CassetteOptions
        {
            BeforeRecord = interaction => interaction.Request.Uri.Contains("/login") ? null : interaction,
        };

        return careful;
    }
}
