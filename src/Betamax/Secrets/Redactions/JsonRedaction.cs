using System.Buffers;
using System.Text;
using Betamax.Secrets.Editing;
using Betamax.Secrets.Encodings;

namespace Betamax.Secrets.Redactions;

/// <summary>
/// Redacts JSON at any depth, also inside other text: one document per line, in events, after a prefix, in a string, or cut
/// off. The text is not parsed: every string before a colon counts as a name. All bytes except the values of secrets stay the
/// same.
/// </summary>
internal ref struct JsonRedaction
{
    private const int MaxEscapeLength = 6;
    private const int MaxNameLength = MaxEscapeLength * SecretNames.MaxLength;

    private static readonly SearchValues<byte> EndsOfNumber = SearchValues.Create(",]}\"\\ \t\r\n"u8);

    private readonly SecretFields _fields;
    private readonly ReadOnlySpan<byte> _text;
    private EditedText _edited;

    private JsonRedaction(ReadOnlyMemory<byte> text, SecretFields fields)
    {
        _fields = fields;
        _text = text.Span;
        _edited = new(text);
    }

    /// <summary>The text without its secrets; the same memory if it has none.</summary>
    public static ReadOnlyMemory<byte> Redact(ReadOnlyMemory<byte> text, SecretFields fields) =>
        new JsonRedaction(text, fields).Redact();

    private ReadOnlyMemory<byte> Redact()
    {
        for (var at = 0; _text[at..].IndexOf((byte)':') is >= 0 and var next;)
        {
            var colon = at + next;
            var level = FindSecretNameBefore(colon);
            at = level < 0 ? colon + 1 : RedactValue(SkipSpace(colon + 1), level);
        }

        return _edited.ToMemory();
    }

    /// <summary>The level of the quotation marks around the name before a colon; -1 if it is not the name of a secret.</summary>
    private readonly int FindSecretNameBefore(int colon)
    {
        var quote = colon - 1;
        while (quote >= 0 && IsSpace(_text[quote]))
        {
            quote--;
        }

        if (quote < 2 || _text[quote] != '"')
        {
            return -1;
        }

        var backslashes = NestedQuote.CountBackslashesBefore(_text, quote);
        var end = quote - backslashes;
        var earliest = Math.Max(0, end - MaxNameLength - 1);
        var start = earliest + _text[earliest..end].LastIndexOf((byte)'"') + 1;
        return start > earliest
            && NestedQuote.FindLevel(backslashes) is >= 0 and var level
            && NestedQuote.CountBackslashesBefore(_text, start - 1) == backslashes
            && IsSecretName(_text[start..end], level)
                ? level
                : -1;
    }

    private readonly bool IsSecretName(ReadOnlySpan<byte> name, int level) =>
        _fields.Properties.Contains(name.Contains((byte)'\\') ? Unescape(name, level) : name);

    private readonly bool IsSecretValue(ReadOnlySpan<byte> value, int level) =>
        _fields.IsSecret(Encoding.UTF8.GetString(Unescape(value, level)));

    private static ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> text, int level)
    {
        var unescaped = text.ToArray().AsSpan();
        for (; level >= 0; level--)
        {
            unescaped = unescaped[..LooseJson.Unescape(unescaped, unescaped).Written];
        }

        return unescaped;
    }

    /// <summary>Redacts the value at a place, if there is one. Returns the place after it.</summary>
    private int RedactValue(int start, int level) => start == _text.Length ? start : _text[start] switch
    {
        (byte)'"' or (byte)'\\' => RedactString(start, level),
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => RedactNumber(start, level),
        (byte)'{' or (byte)'[' => RedactAllIn(start, level),
        _ => start,
    };

    private int RedactString(int start, int level)
    {
        var quote = NestedQuote.GetQuote(level);
        if (!_text[start..].StartsWith(quote))
        {
            return start;
        }

        start += quote.Length;
        var (end, next) = NestedQuote.FindEndOfString(_text, start, level);
        if (IsSecretValue(_text[start..end], level))
        {
            _edited.Replace(start, end, SecretFields.Replacement);
        }

        return next;
    }

    private int RedactNumber(int start, int level)
    {
        var length = _text[start..].IndexOfAny(EndsOfNumber);
        var end = length < 0 ? _text.Length : start + length;
        var quote = NestedQuote.GetQuote(level);
        _edited.Replace(start, end, [.. quote, .. SecretFields.Replacement, .. quote]);
        return end;
    }

    /// <summary>Redacts the strings and numbers of an array or an object, up to its end.</summary>
    private int RedactAllIn(int start, int level)
    {
        var depth = 0;
        var at = start;
        while (at < _text.Length)
        {
            switch (_text[at])
            {
                case (byte)'{' or (byte)'[':
                    depth++;
                    at++;
                    break;
                case (byte)'}' or (byte)']':
                    depth--;
                    at++;
                    break;
                case (byte)'"' when level > 0:
                    return at; // The enclosing string ends here.
                case (byte)'"' or (byte)'\\' when _text[at..].StartsWith(NestedQuote.GetQuote(level)):
                    at = FindEndOfName(at, level) is { } end ? end : RedactString(at, level);
                    break;
                case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                    at = RedactNumber(at, level);
                    break;
                default:
                    at++;
                    break;
            }

            if (depth == 0)
            {
                break;
            }
        }

        return at;
    }

    /// <summary>The end of the string at a place, if it is a name.</summary>
    private readonly int? FindEndOfName(int start, int level)
    {
        var end = NestedQuote.FindEndOfString(_text, start + NestedQuote.GetQuote(level).Length, level).Next;
        var next = SkipSpace(end);
        return next < _text.Length && _text[next] == ':' ? end : null;
    }

    private readonly int SkipSpace(int at)
    {
        while (at < _text.Length && IsSpace(_text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsSpace(byte one) => one is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
