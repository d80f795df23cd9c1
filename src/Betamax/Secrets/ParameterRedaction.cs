using System.Text;

namespace Betamax.Secrets;

/// <summary>Secrets in a query or a form: <c>name=value</c>, joined by <c>&amp;</c>.</summary>
internal static class ParameterRedaction
{
    public static string InUri(string uri, SecretNames names, SecretMark mark)
    {
        var query = uri.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
        {
            return uri;
        }

        var fragment = uri.IndexOf('#', query);
        var end = fragment < 0 ? uri.Length : fragment;
        return uri[..(query + 1)] + InParameters(uri[(query + 1)..end], names, mark) + uri[end..];
    }

    public static ReadOnlyMemory<byte> InForm(ReadOnlyMemory<byte> utf8, SecretNames names, SecretMark mark)
    {
        // Byte by byte: a form may hold what is no UTF-8, and gets it back as it was.
        var form = Encoding.Latin1.GetString(utf8.Span);
        var redacted = InParameters(form, names, mark);
        return redacted == form ? utf8 : Encoding.Latin1.GetBytes(redacted);
    }

    private static string InParameters(string parameters, SecretNames names, SecretMark mark) =>
        string.Join('&', parameters.Split('&').Select(pair =>
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            return equals > 0 && names.Contains(Decoded(pair[..equals]))
                ? pair[..(equals + 1)] + mark.For(pair[(equals + 1)..])
                : pair;
        }));

    private static string Decoded(string name) => Uri.UnescapeDataString(name.Replace('+', ' '));
}
