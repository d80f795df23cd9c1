using System.Text;

namespace Betamax.Tests.Secrets.Leaks;

/// <summary>Invented secrets of every shape. They are assembled in code, so that no file contains one.</summary>
internal static class Samples
{
    private const string Letters = "aB3dE6gH9kL2nP5rT8vX1zQ4sU7wY0cF";

    public static string GitHub { get; } = "gh" + "p_" + Mixed(36);

    public static string Jwt { get; } = Base64Url("""{"alg":"HS256","typ":"JWT"}""") + "." + Base64Url("""{"sub":"42"}""") + "." + Mixed(43);

    /// <summary>For each rule except that of placeholders: a secret, and a value that is almost one.</summary>
    public static IReadOnlyDictionary<string, (string[] Secrets, string[] NearMisses)> ByRule { get; } =
        new Dictionary<string, (string[], string[])>
        {
            ["anthropic-key"] = (["sk-" + "ant-api03-" + Mixed(60)], ["sk-" + "ant-" + Mixed(12)]),
            ["aws-access-key-id"] = (["AKI" + "A" + Upper(16), "ASI" + "A" + Upper(16)], ["AKI" + "A" + Upper(15), "AKI" + "A" + Upper(17), "xAKI" + "A" + Upper(16)]),
            ["azure-storage-key"] = (["Account" + "Key=" + Mixed(86) + "=="], ["Account" + "Key=" + Mixed(40)]),
            ["azure-shared-access-key"] = (["SharedAccess" + "Key=" + Mixed(43) + "="], ["SharedAccess" + "Key=" + Mixed(20)]),
            ["digitalocean-token"] = (["do" + "p_v1_" + Hex(64)], ["do" + "p_v1_" + Hex(63)]),
            ["github-fine-grained-token"] = (["github" + "_pat_" + Mixed(22) + "_" + Mixed(59)], ["github" + "_pat_" + Mixed(10)]),
            ["github-token"] = ([GitHub, "gh" + "o_" + Mixed(36), "gh" + "s_" + Mixed(36)], ["gh" + "p_" + Mixed(35), "xgh" + "p_" + Mixed(36)]),
            ["gitlab-token"] = (["gl" + "pat-" + Mixed(20)], ["gl" + "pat-" + Mixed(19)]),
            ["google-access-token"] = (["ya" + "29." + Mixed(60)], ["ya" + "29." + Mixed(10)]),
            ["google-api-key"] = (["AI" + "za" + Mixed(35)], ["AI" + "za" + Mixed(34), "AI" + "za" + Mixed(36)]),
            ["google-client-secret"] = (["GOC" + "SPX-" + Mixed(28)], ["GOC" + "SPX-" + Mixed(27)]),
            ["hugging-face-token"] = (["h" + "f_" + Mixed(34)], ["h" + "f_" + Mixed(33)]),
            ["jwt"] =
            (
                [Jwt],
                [
                    Base64Url("""{"alg":"none"}""") + "." + Base64Url("""{"sub":"a long subject"}""") + ".",
                    Base64Url("""{"alg":"HS256"}""") + "." + Mixed(20) + "." + Mixed(43),
                    Base64Url("""{"alg":"HS256"}""") + "." + Mixed(60),
                ]
            ),
            ["npm-token"] = (["np" + "m_" + Mixed(36)], ["np" + "m_" + Mixed(35), "np" + "m_config_registry_of_the_whole_project"]),
            ["openai-key"] =
            (
                ["s" + "k-" + Mixed(48), "s" + "k-proj-" + Mixed(60)],
                ["sk-button-primary-with-a-very-long-name-2", "task-" + Mixed(48), "s" + "k-" + Mixed(20)]
            ),
            ["private-key"] =
            (
                ["-----BEGIN " + "PRIVATE KEY-----\nMIIE", "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIE", "-----BEGIN PGP " + "PRIVATE KEY BLOCK-----"],
                ["-----BEGIN " + "PUBLIC KEY-----\nMIIE", "-----BEGIN CERTIFICATE-----\nPRIVATE KEY-----"]
            ),
            ["pypi-token"] = (["py" + "pi-AgEIcHlwaS5vcmc" + Mixed(60)], ["py" + "pi-Ag" + Mixed(20)]),
            ["sendgrid-key"] = (["S" + "G." + Mixed(22) + "." + Mixed(43)], ["S" + "G." + Mixed(21) + "." + Mixed(44), "S" + "G." + Mixed(66)]),
            ["shopify-token"] = (["shp" + "at_" + Hex(32)], ["shp" + "at_" + Hex(31), "shp" + "at_" + Hex(32) + "g"]),
            ["slack-token"] = (["xox" + "b-123456789012-" + Mixed(24)], ["xox" + "b-a-name-without-any-number"]),
            ["slack-webhook"] = (["https://hooks.slack" + ".com/services/T" + Upper(8) + "/B" + Upper(8) + "/" + Mixed(24)], ["https://hooks.slack" + ".com/services/T" + Upper(8)]),
            ["stripe-key"] = (["sk_" + "live_" + Mixed(24), "rk_" + "live_" + Mixed(24)], ["sk_" + "live_" + Mixed(10), "pk_" + "live_" + Mixed(24)]),
            ["telegram-bot-token"] = (["123456789:" + "AA" + Mixed(33)], ["1234:" + "AA" + Mixed(33), "123456789:" + "AA" + Mixed(32)]),
            ["twilio-key"] = (["S" + "K" + Hex(32)], ["S" + "K" + Hex(33), "TAS" + "K" + Hex(32), "S" + "K" + Hex(32).ToUpperInvariant()]),
        };

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Base64Url(string text) => Base64(text).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Mixed(int length) => Repeat(Letters, length);

    private static string Upper(int length) => Repeat("ZQ3K7M2XW5RT4VNB", length);

    private static string Hex(int length) => Repeat("0f1e2d3c4b5a6978", length);

    private static string Repeat(string letters, int length) =>
        string.Concat(Enumerable.Repeat(letters, (length / letters.Length) + 1))[..length];
}
