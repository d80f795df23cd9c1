using System.Buffers;

namespace Betamax.Http;

/// <summary>
/// Recognizes plain URIs: those of HTTP that have only a host, perhaps a port, and a path, all in their normal form. Most
/// requests have one. Two plain URIs are equal only if their texts are.
/// </summary>
internal static class PlainUri
{
    private static readonly SearchValues<char> HostCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-._");

    private static readonly SearchValues<char> PathCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/");

    public static bool IsPlain(string uri) =>
        uri.StartsWith("http://", StringComparison.Ordinal) ? IsPlain(uri.AsSpan("http://".Length), defaultPort: "80")
        : uri.StartsWith("https://", StringComparison.Ordinal) && IsPlain(uri.AsSpan("https://".Length), defaultPort: "443");

    /// <summary>Whether a host is a name or an IPv4 address in its normal form.</summary>
    public static bool IsPlainHost(string host) => host.Length > 0 && !host.AsSpan().ContainsAnyExcept(HostCharacters);

    private static bool IsPlain(ReadOnlySpan<char> afterScheme, string defaultPort)
    {
        var hostLength = afterScheme.IndexOfAnyExcept(HostCharacters);
        return hostLength > 0
            && SkipPort(afterScheme[hostLength..], defaultPort) is ['/', ..] path
            && !path.ContainsAnyExcept(PathCharacters)
            && !path.Contains("/.", StringComparison.Ordinal);
    }

    /// <summary>The text after the port; empty if the port is not in its normal form.</summary>
    private static ReadOnlySpan<char> SkipPort(ReadOnlySpan<char> afterHost, string defaultPort)
    {
        if (afterHost[0] != ':')
        {
            return afterHost;
        }

        var length = afterHost[1..].IndexOfAnyExceptInRange('0', '9');
        return length <= 0 || afterHost[1] == '0' || afterHost.Slice(1, length).SequenceEqual(defaultPort) ? [] : afterHost[(1 + length)..];
    }
}
