using System.Buffers;
using System.Globalization;
using System.Text;

namespace Betamax.Secrets.Placeholders;

/// <summary>Percent-encoding (RFC 3986, section 2.1), and that of forms, where a space is a plus sign.</summary>
internal static class PercentSpelling
{
    private static readonly SearchValues<byte> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8);

    /// <summary>
    /// The spellings, the usual one first: in a form a plus sign for a space, elsewhere <c>%20</c>. The tape marks the usual
    /// ones by a text that is encoded (<c>%3CKEY%3E</c>), the others by one of which only the first sign is.
    /// </summary>
    public static IReadOnlyList<Spelling> In(Surroundings surroundings)
    {
        var plus = surroundings == Surroundings.Form;
        return [Of("X2", plus, true), Of("x2", plus, true), Of("X2", !plus, false), Of("x2", !plus, false)];
    }

    private static Spelling Of(string hex, bool plusIsSpace, bool isUsual) => new(
        value => Encoded(value, hex, (index, one) => !Unreserved.Contains(one)).Replace("%20", plusIsSpace ? "+" : "%20", StringComparison.Ordinal),
        text => Encoded(text, hex, (index, one) => index == 0 || (isUsual && !Unreserved.Contains(one))));

    private static string Encoded(string text, string hex, Func<int, byte, bool> escapes)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var encoded = new StringBuilder(bytes.Length * 3);
        for (var index = 0; index < bytes.Length; index++)
        {
            _ = escapes(index, bytes[index]) || bytes[index] >= 0x80
                ? encoded.Append('%').Append(bytes[index].ToString(hex, CultureInfo.InvariantCulture))
                : encoded.Append((char)bytes[index]);
        }

        return encoded.ToString();
    }
}
