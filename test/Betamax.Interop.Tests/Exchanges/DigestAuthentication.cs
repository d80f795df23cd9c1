using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Betamax.Interop.Tests.Exchanges;

/// <summary>
/// Answers a digest challenge (RFC 7616). The parameters have the order that Python requests uses, because Python Betamax's
/// <c>digest-auth</c> matcher compares them in order.
/// </summary>
internal static partial class DigestAuthentication
{
    public static AuthenticationHeaderValue Answer(
        AuthenticationHeaderValue challenge, HttpRequestMessage request, string user, string password)
    {
        var asked = Parameter().Matches(challenge.Parameter!)
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        var algorithm = asked["algorithm"];
        var target = request.RequestUri!.PathAndQuery;
        var nonceOfClient = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));

#pragma warning disable CA5351 // httpbin requests MD5, as most servers do.
        string Hash(string text) => Convert.ToHexString(algorithm switch
        {
            "MD5" => MD5.HashData(Encoding.UTF8.GetBytes(text)),
            "SHA-256" => SHA256.HashData(Encoding.UTF8.GetBytes(text)),
            _ => throw new NotSupportedException(algorithm),
        }).ToLowerInvariant();
#pragma warning restore CA5351

        var secret = Hash($"{user}:{asked["realm"]}:{password}");
        var response = Hash(
            $"{secret}:{asked["nonce"]}:00000001:{nonceOfClient}:auth:{Hash($"{request.Method}:{target}")}");
        return new("Digest", string.Join(", ",
            $"username=\"{user}\"",
            $"realm=\"{asked["realm"]}\"",
            $"nonce=\"{asked["nonce"]}\"",
            $"uri=\"{target}\"",
            $"response=\"{response}\"",
            $"opaque=\"{asked["opaque"]}\"",
            $"algorithm=\"{algorithm}\"",
            "qop=\"auth\"",
            "nc=00000001",
            $"cnonce=\"{nonceOfClient}\""));
    }

    [GeneratedRegex("""(\w+)="?([^",]*)"?""")]
    private static partial Regex Parameter();
}
