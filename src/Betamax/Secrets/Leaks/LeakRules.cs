using System.Buffers;

namespace Betamax.Secrets.Leaks;

/// <summary>All built-in rules of the leak scan.</summary>
internal static class LeakRules
{
    /// <summary>The rule that has no shape: it finds the value of a placeholder that was not replaced.</summary>
    public const string PlaceholderValue = "placeholder-value";

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<byte> Base32 = CreateAlphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    private static readonly SearchValues<byte> Hex = CreateAlphabet("0123456789abcdef");
    private static readonly SearchValues<byte> Alphanumeric = CreateAlphabet(Letters + "0123456789");
    private static readonly SearchValues<byte> Word = CreateAlphabet(Letters + "0123456789_");
    private static readonly SearchValues<byte> Url = CreateAlphabet(Letters + "0123456789_-");
    private static readonly SearchValues<byte> Dotted = CreateAlphabet(Letters + "0123456789_-.");
    private static readonly SearchValues<byte> Path = CreateAlphabet(Letters + "0123456789/");
    private static readonly SearchValues<byte> Base64 = CreateAlphabet(Letters + "0123456789+/=");

    /// <summary>The rules with a shape: name, prefixes, alphabet after the prefix, fewest and most bytes of it, and a check.</summary>
    public static readonly IReadOnlyList<LeakShape> All =
    [
        new("anthropic-key", ["sk-ant-"], Url, 40),
        new("aws-access-key-id", ["AKIA", "ASIA"], Base32, 16, 16, LeakChecks.EndsWord),
        new("azure-storage-key", ["AccountKey="], Base64, 88, 88),
        new("azure-shared-access-key", ["SharedAccessKey="], Base64, 44, 44),
        new("digitalocean-token", ["dop_v1_", "doo_v1_", "dor_v1_"], Hex, 64, 64, LeakChecks.EndsWord),
        new("github-fine-grained-token", ["github_pat_"], Word, 40),
        new("github-token", ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], Alphanumeric, 36),
        new("gitlab-token", ["glpat-"], Dotted, 20),
        new("google-access-token", ["ya29."], Dotted, 20),
        new("google-api-key", ["AIza"], Url, 35, 35),
        new("google-client-secret", ["GOCSPX-"], Url, 28, 28),
        new("hugging-face-token", ["hf_"], Alphanumeric, 34, 40),
        new("jwt", ["eyJ"], Dotted, 40, check: LeakChecks.IsJwt),
        new("npm-token", ["npm_"], Alphanumeric, 36, 36),
        new("openai-key", ["sk-"], Url, 32, check: LeakChecks.IsOpenAiKey),
        new("private-key", ["-----BEGIN"], CreateAlphabet("-"), 0, 0, LeakChecks.IsPrivateKey),
        new("pypi-token", ["pypi-Ag"], Url, 50),
        new("sendgrid-key", ["SG."], Dotted, 66, 66, LeakChecks.IsSendGridKey),
        new("shopify-token", ["shpat_", "shpca_", "shppa_", "shpss_"], Hex, 32, 32, LeakChecks.EndsWord),
        new("slack-token", ["xoxa-", "xoxb-", "xoxe-", "xoxp-", "xoxr-", "xoxs-"], Url, 20, check: LeakChecks.HasDigit),
        new("slack-webhook", ["hooks.slack.com/services/T"], Path, 30),
        new("stripe-key", ["sk_live_", "rk_live_"], Alphanumeric, 16),
        new("telegram-bot-token", [":AA"], Url, 33, 33, LeakChecks.FollowsBotId),
        new("twilio-key", ["SK"], Hex, 32, 32, LeakChecks.EndsWord),
    ];

    /// <summary>The names of all rules.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(rule => rule.Name), PlaceholderValue];

    private static SearchValues<byte> CreateAlphabet(string letters) => SearchValues.Create([.. letters.Select(letter => (byte)letter)]);
}
