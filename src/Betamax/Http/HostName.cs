using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Betamax.Http;

/// <summary>The normal form of a host: lower case, ASCII (RFC 5890) and, for an IPv6 address, its short form.</summary>
internal static class HostName
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    public static string Normalize(string host)
    {
        if (host is ['[', .. var literal, ']'])
        {
            return $"[{NormalizeAddress(literal)}]";
        }

        var name = host.Contains('%') ? LosslessUtf8.Decode(PercentEncoding.Decode(Encoding.UTF8.GetBytes(host))) : host;
        name = name.ToLowerInvariant();
        try
        {
            return Ascii.IsValid(name) ? name : Idn.GetAscii(name).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return name; // This cannot be a DNS name. It is only put in lower case.
        }
    }

    // A zone (fe80::1%25eth0) has a meaning on one machine only. IPAddress would resolve it.
    private static string NormalizeAddress(string literal) =>
        !literal.Contains('%') && IPAddress.TryParse(literal, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            ? address.ToString()
            : literal.ToLowerInvariant();
}
