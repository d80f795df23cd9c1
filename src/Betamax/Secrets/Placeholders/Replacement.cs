using System.Buffers;
using System.Text;

namespace Betamax.Secrets.Placeholders;

/// <summary>Replaces one text by another: the value of a placeholder by its text, or the reverse.</summary>
/// <param name="from">The text that is replaced.</param>
/// <param name="to">The text in its place.</param>
/// <param name="isReveal">Whether the placeholder's text is replaced by its value.</param>
internal sealed class Replacement(string from, string to, bool isReveal)
{
    private static readonly SearchValues<byte> NotInPath = BytesToEncode("?");
    private static readonly SearchValues<byte> NotInParameter = BytesToEncode("&+");

    private readonly byte[] _from = Encoding.UTF8.GetBytes(from);
    private readonly byte[] _to = Encoding.UTF8.GetBytes(to);
    private readonly bool _fitsJsonString = Escaping.FitsJsonString(Encoding.UTF8.GetBytes(to));

    /// <summary>The text that is replaced.</summary>
    public ReadOnlySpan<byte> From => _from;

    /// <summary>
    /// Whether the text is also searched for in base64. A shorter one would be found there by chance. Both directions give
    /// the same answer.
    /// </summary>
    public bool IsForBase64 => _from.Length >= Base64Token.MinBytes && (isReveal || _to.Length >= Base64Token.MinBytes);

    /// <summary>Whether the result depends on whether a plain text is in a JSON string.</summary>
    public bool DependsOnJsonString => isReveal && !_fitsJsonString;

    /// <summary>Whether another text may contain it. This quick search rules out most texts.</summary>
    public bool MayBeIn(ReadOnlySpan<byte> text) =>
        text.IndexOf(_from) >= 0 || text.ContainsAny((byte)'%', (byte)'\\') || (_from.Contains((byte)' ') && text.Contains((byte)'+'));

    /// <summary>The length of this text at the beginning of another one, plain or escaped; 0 if it is not there.</summary>
    public int Match(ReadOnlySpan<byte> text) =>
        Math.Max(Escaping.Match(text, _from, isJson: false), Escaping.Match(text, _from, isJson: true));

    /// <summary>The text in place of what was found, escaped in the same way.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="context">What the text around it is.</param>
    /// <param name="isInside">Whether it is in the query of a URI, or in a JSON string.</param>
    public byte[] Encode(ReadOnlySpan<byte> found, TextContext context, bool isInside)
    {
        if (found.SequenceEqual(_from))
        {
            return isReveal ? EncodePlain(context, isInside) : _to;
        }

        var isJson = Escaping.Match(found, _from, isJson: false) < found.Length;
        return Escape(isJson, HasDefaultEscapes(found, isJson), context);
    }

    /// <summary>The value as it is, unless it would break the message.</summary>
    private byte[] EncodePlain(TextContext context, bool isInside) => context switch
    {
        TextContext.Json when isInside && !_fitsJsonString => Escape(isJson: true, upperCase: false, context),
        TextContext.Uri or TextContext.Form when _to.AsSpan().ContainsAny(isInside ? NotInParameter : NotInPath) =>
            Escape(isJson: false, upperCase: true, context),
        _ => _to,
    };

    private byte[] Escape(bool isJson, bool upperCase, TextContext context)
    {
        var escaped = isReveal ? Escaping.EscapeValue(to, isJson, upperCase) : Escaping.EscapePlaceholder(to, isJson, upperCase);
        return Encoding.UTF8.GetBytes(isReveal && context == TextContext.Form
            ? escaped.Replace("%20", "+", StringComparison.Ordinal)
            : escaped);
    }

    private bool HasDefaultEscapes(ReadOnlySpan<byte> found, bool isJson) =>
        isJson && !isReveal
            ? found.SequenceEqual(Encoding.UTF8.GetBytes(Escaping.EscapeValue(from, isJson, upperCase: true)))
            : Escaping.IsUpperCase(found, isJson);

    private static SearchValues<byte> BytesToEncode(string signs) => SearchValues.Create([.. Enumerable.Range(0, 256)
        .Select(one => (byte)one)
        .Where(one => one is <= (byte)' ' or >= 0x7F || "\"<>\\^`{|}#".Contains((char)one) || signs.Contains((char)one))]);
}
