using System.Globalization;

namespace Betamax.Matching.JsonBodies;

/// <summary>
/// The normal form of JSON numbers: <c>1</c>, <c>1.0</c> and <c>10e-1</c> all become <c>1</c>. No number is computed, so a
/// huge exponent costs nothing and no digit is lost.
/// </summary>
internal static class JsonNumber
{
    private const int LongestExponent = 17;

    /// <param name="literal">A well-formed number (RFC 8259, section 6).</param>
    public static string Normalize(string literal)
    {
        if (literal[^1] != '0' && !literal.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
        {
            return literal; // Most numbers are integers.
        }

        var sign = literal[0] == '-' ? "-" : "";
        var number = literal.AsSpan(sign.Length);
        var e = number.IndexOfAny('e', 'E');
        var mantissa = e < 0 ? number : number[..e];
        var point = mantissa.IndexOf('.');
        var fraction = point < 0 ? [] : mantissa[(point + 1)..];
        var all = string.Concat(point < 0 ? mantissa : mantissa[..point], fraction).TrimStart('0');
        var digits = all.TrimEnd('0');
        if (digits.Length == 0)
        {
            return "0";
        }

        var exponent = e < 0 ? "0" : number[(e + 1)..];
        if (exponent.TrimStart("+-0").Length > LongestExponent)
        {
            return literal; // Nobody uses such an exponent. The number equals only the same literal.
        }

        var scale = long.Parse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        scale += all.Length - digits.Length - fraction.Length;
        return scale == 0 ? $"{sign}{digits}" : string.Create(CultureInfo.InvariantCulture, $"{sign}{digits}e{scale}");
    }
}
