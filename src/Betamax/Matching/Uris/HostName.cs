using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Betamax.Matching.Facets;

namespace Betamax.Matching.Uris;

/// <summary>A host in its one spelling: lower case, ASCII (RFC 5890) and, for an IPv6 address, its short form.</summary>
internal static class HostName
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    public static string Normalise(string host)
    {
        if (host is ['[', .. var literal, ']'])
        {
            return $"[{Address(literal)}]";
        }

        var name = host.Contains('%') ? LosslessUtf8.Decode(PercentEncoding.Decode(Encoding.UTF8.GetBytes(host))) : host;
        name = name.ToLowerInvariant();
        try
        {
            return Ascii.IsValid(name) ? name : Idn.GetAscii(name).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return name; // No name that the DNS could hold: it is then compared as it stands.
        }
    }

    // A zone (fe80::1%25eth0) means something on one machine only, and is not resolved here.
    private static string Address(string literal) =>
        !literal.Contains('%') && IPAddress.TryParse(literal, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            ? address.ToString()
            : literal.ToLowerInvariant();
}
