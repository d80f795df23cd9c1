namespace Betamax.Cassettes;

/// <summary>
/// The characters of a charset for which Python and .NET differ: the same bytes are one character in Python and another one in
/// .NET. Found by comparing all bytes.
/// </summary>
internal sealed class CharsetVariant
{
    public static readonly CharsetVariant None = new("", "");

    private static readonly CharsetVariant Japanese =
        new("\u301C\u2016\u2212\u00A2\u00A3\u00AC", "\uFF5E\u2225\uFF0D\uFFE0\uFFE1\uFFE2");

    private readonly string _python;
    private readonly string _dotnet;

    private CharsetVariant(string python, string dotnet) => (_python, _dotnet) = (python, dotnet);

    public static CharsetVariant Find(string canonicalName) => canonicalName switch
    {
        "shift_jis" or "euc-jp" => Japanese,
        "gb2312" => new("\u30FB\u2015", "\u00B7\u2014"),
        "big5" => new(
            "\u2022\uFF64\u203E\u223C\u2641\u2609\uFF0F\uFF3C\u00A5\u00A2\u00A3",
            "\u2027\uFE51\u00AF\uFF5E\u2295\u2299\u2215\uFE68\uFFE5\uFFE0\uFFE1"),
        "iso-8859-7" => new("\u2018\u2019\u20AC\u20AF\u037A", "\u02BD\u02BC\uF7C2\uF7C3\uF7C4"),
        "iso-8859-8" => new("\u00AF\u200E\u200F", "\u203E\uF7BF\uF7C0"),
        "windows-1255" => new("\uE000", "\u05BA"), // Python has no character here, and a private-use character counts as none.
        "koi8-u" => new("\u255D\u256C", "\u045E\u040E"),
        "macintosh" => new("\u03A9", "\u2126"),
        _ => None,
    };

    public string ToDotNet(string text) => Translate(text, _python, _dotnet);

    public string ToPython(string text) => Translate(text, _dotnet, _python);

    private static string Translate(string text, string from, string to)
    {
        if (from.Length == 0 || text.AsSpan().IndexOfAny(from) < 0)
        {
            return text;
        }

        return string.Create(text.Length, (text, from, to), static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                var at = source.from.IndexOf(source.text[i], StringComparison.Ordinal);
                target[i] = at < 0 ? source.text[i] : source.to[at];
            }
        });
    }
}
