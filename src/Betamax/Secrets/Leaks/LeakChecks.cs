using System.Text.Json;
using Betamax.Secrets.Encodings;

namespace Betamax.Secrets.Leaks;

/// <summary>The checks of rules for which prefix, alphabet and length are not enough.</summary>
internal static class LeakChecks
{
    private const int FewestOfSignature = 20;

    public static bool EndsWord(LeakCandidate candidate) =>
        candidate.After.IsEmpty || !char.IsAsciiLetterOrDigit((char)candidate.After[0]);

    public static bool HasDigit(LeakCandidate candidate) =>
        candidate.Itself.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0;

    /// <summary>Whether header and payload are JSON objects, followed by a signature (RFC 7519, section 3).</summary>
    public static bool IsJwt(LeakCandidate candidate)
    {
        var token = candidate.Itself;
        var first = token.IndexOf((byte)'.');
        if (first < 0 || token[(first + 1)..].IndexOf((byte)'.') is not (> 0 and var length))
        {
            return false;
        }

        var second = first + 1 + length;
        return token.Length - second > FewestOfSignature
            && IsJsonObject(token[..first])
            && IsJsonObject(token[(first + 1)..second]);
    }

    /// <summary>
    /// Old keys consist of letters and digits; newer ones name their kind. A CSS class that begins with <c>sk-</c> is
    /// neither.
    /// </summary>
    public static bool IsOpenAiKey(LeakCandidate candidate)
    {
        const int FewestOfNamedKind = 48;
        var key = candidate.Itself["sk-"u8.Length..];
        return key.StartsWith("ant-"u8) ? false
            : key.StartsWith("proj-"u8) || key.StartsWith("svcacct-"u8) || key.StartsWith("admin-"u8) || key.StartsWith("or-v1-"u8)
                ? key.Length >= FewestOfNamedKind
                : !key.ContainsAny((byte)'-', (byte)'_') && HasDigit(candidate);
    }

    /// <summary><c>-----BEGIN … PRIVATE KEY-----</c>, with spaces or the plus signs of a form.</summary>
    public static bool IsPrivateKey(LeakCandidate candidate)
    {
        const int LongestLabel = 40;
        var label = candidate.After[..Math.Min(candidate.After.Length, LongestLabel)];
        var close = label.IndexOf("-----"u8);
        return close > 0
            && label[..close].IndexOf("PRIVATE"u8) is >= 0 and var at
            && label[at..close].IndexOf("KEY"u8) >= 0;
    }

    /// <summary>22 bytes, a dot, and 43 bytes.</summary>
    public static bool IsSendGridKey(LeakCandidate candidate)
    {
        var key = candidate.Itself["SG."u8.Length..];
        return key.IndexOf((byte)'.') == 22 && key.LastIndexOf((byte)'.') == 22;
    }

    /// <summary>The number of the bot precedes the colon.</summary>
    public static bool FollowsBotId(LeakCandidate candidate)
    {
        var id = candidate.Before.Length - 1 - candidate.Before.LastIndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return id is >= 8 and <= 10;
    }

    private static bool IsJsonObject(ReadOnlySpan<byte> base64Url)
    {
        var json = LooseBase64.Decode(base64Url);
        try
        {
            var reader = new Utf8JsonReader(json.Span);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
