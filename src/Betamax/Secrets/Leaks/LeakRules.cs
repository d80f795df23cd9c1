using System.Buffers;

namespace Betamax.Secrets.Leaks;

/// <summary>All rules of the leak scan: the whole table, and nothing else.</summary>
internal static class LeakRules
{
    /// <summary>The rule that has no shape: the real value of a placeholder stands where it was not replaced.</summary>
    public const string PlaceholderValue = "placeholder-value";

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<byte> Base32 = Of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    private static readonly SearchValues<byte> Hex = Of("0123456789abcdef");
    private static readonly SearchValues<byte> Alphanumeric = Of(Letters + "0123456789");
    private static readonly SearchValues<byte> Word = Of(Letters + "0123456789_");
    private static readonly SearchValues<byte> Url = Of(Letters + "0123456789_-");
    private static readonly SearchValues<byte> Dotted = Of(Letters + "0123456789_-.");
    private static readonly SearchValues<byte> Path = Of(Letters + "0123456789/");
    private static readonly SearchValues<byte> Base64 = Of(Letters + "0123456789+/=");

    // What follows the prefix: its alphabet, the fewest and the most bytes of it, and what else must hold.
    public static readonly IReadOnlyList<LeakRule> All =
    [
        new("anthropic-key", ["sk-ant-"], Url, 40),
        new("aws-access-key-id", ["AKIA", "ASIA"], Base32, 16, 16, LeakShapes.EndsWord),
        new("azure-storage-key", ["AccountKey="], Base64, 88, 88),
        new("azure-shared-access-key", ["SharedAccessKey="], Base64, 44, 44),
        new("digitalocean-token", ["dop_v1_", "doo_v1_", "dor_v1_"], Hex, 64, 64, LeakShapes.EndsWord),
        new("github-fine-grained-token", ["github_pat_"], Word, 40),
        new("github-token", ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], Alphanumeric, 36),
        new("gitlab-token", ["glpat-"], Dotted, 20),
        new("google-access-token", ["ya29."], Dotted, 20),
        new("google-api-key", ["AIza"], Url, 35, 35),
        new("google-client-secret", ["GOCSPX-"], Url, 28, 28),
        new("hugging-face-token", ["hf_"], Alphanumeric, 34, 40),
        new("jwt", ["eyJ"], Dotted, 40, check: LeakShapes.IsJwt),
        new("npm-token", ["npm_"], Alphanumeric, 36, 36),
        new("openai-key", ["sk-"], Url, 32, check: LeakShapes.IsOpenAiKey),
        new("private-key", ["-----BEGIN"], Of("-"), 0, 0, LeakShapes.IsPrivateKey),
        new("pypi-token", ["pypi-Ag"], Url, 50),
        new("sendgrid-key", ["SG."], Dotted, 66, 66, LeakShapes.IsSendGridKey),
        new("shopify-token", ["shpat_", "shpca_", "shppa_", "shpss_"], Hex, 32, 32, LeakShapes.EndsWord),
        new("slack-token", ["xoxa-", "xoxb-", "xoxe-", "xoxp-", "xoxr-", "xoxs-"], Url, 20, check: LeakShapes.HasDigit),
        new("slack-webhook", ["hooks.slack.com/services/T"], Path, 30),
        new("stripe-key", ["sk_live_", "rk_live_"], Alphanumeric, 16),
        new("telegram-bot-token", [":AA"], Url, 33, 33, LeakShapes.FollowsBotId),
        new("twilio-key", ["SK"], Hex, 32, 32, LeakShapes.EndsWord),
    ];

    public static IEnumerable<string> Names => All.Select(rule => rule.Name).Append(PlaceholderValue);

    private static SearchValues<byte> Of(string letters) => SearchValues.Create([.. letters.Select(letter => (byte)letter)]);
}
