using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace Betamax.Secrets.Redactions;

/// <summary>
/// Secrets in JSON, at any depth and in any text that has JSON in it: lines, events, behind a prefix, within a string,
/// broken off. It is not parsed; a name is a string before a colon. So only the values change, and what is around them
/// stays as it was written, to the byte.
/// </summary>
internal ref struct JsonRedaction
{
    private const int LongestEscape = 6;
    private const int LongestName = LongestEscape * SecretNames.Longest;

    private static readonly SearchValues<byte> EndsOfNumber = SearchValues.Create(",]}\"\\ \t\r\n"u8);

    private readonly SecretNames _names;
    private readonly SecretMark _mark;
    private readonly ReadOnlySpan<byte> _text;
    private readonly bool _hasEscapes;
    private RedactedBytes _redacted;

    private JsonRedaction(ReadOnlyMemory<byte> text, SecretNames names, SecretMark mark)
    {
        _names = names;
        _mark = mark;
        _text = text.Span;
        _hasEscapes = _text.Contains((byte)'\\');
        _redacted = new(text);
    }

    public static bool LooksLikeJson(ReadOnlySpan<byte> utf8) => utf8.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    public static ReadOnlyMemory<byte> In(ReadOnlyMemory<byte> text, SecretNames names, SecretMark mark) =>
        new JsonRedaction(text, names, mark).Redact();

    private ReadOnlyMemory<byte> Redact()
    {
        for (var at = 0; ColonFrom(at) is >= 0 and var colon;)
        {
            var level = LevelOfSecretNameBefore(colon);
            at = level < 0 ? colon + 1 : RedactValue(SkipSpace(colon + 1), level);
        }

        return _redacted.End();
    }

    /// <summary>The next colon that may follow a secret's name; -1 = there is none. JSON has one every few bytes.</summary>
    private readonly int ColonFrom(int at)
    {
        for (; at <= _text.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var colons = Vector128.Equals(Vector128.Create(_text[at..]), Vector128.Create((byte)':')).ExtractMostSignificantBits();
            for (; colons != 0; colons &= colons - 1)
            {
                var colon = at + BitOperations.TrailingZeroCount(colons);
                if (MayFollowSecret(colon))
                {
                    return colon;
                }
            }
        }

        return _text[at..].IndexOf((byte)':') is >= 0 and var next ? at + next : -1;
    }

    private readonly bool MayFollowSecret(int colon) =>
        colon > 2 && (_text[colon - 1] == '"' ? !IsNoSecret(colon - 1) : IsSpace(_text[colon - 1]));

    /// <summary>The level of the quotation marks of a secret's name; -1 = there is none here.</summary>
    private readonly int LevelOfSecretNameBefore(int colon)
    {
        var mark = colon - 1;
        while (mark >= 0 && IsSpace(_text[mark]))
        {
            mark--;
        }

        if (mark < 2 || _text[mark] != '"' || IsNoSecret(mark))
        {
            return -1;
        }

        var backslashes = JsonQuote.BackslashesBefore(_text, mark);
        var end = mark - backslashes;
        var start = end;
        while (start > 0 && end - start <= LongestName && _text[start - 1] != '"')
        {
            start--;
        }

        return start > 0 && _text[start - 1] == '"'
            && JsonQuote.LevelOf(backslashes) is >= 0 and var level
            && JsonQuote.BackslashesBefore(_text, start - 1) == backslashes
            && IsSecret(_text[start..end], level)
                ? level
                : -1;
    }

    // Most names end as no secret's does. Where there is an escape, what stands before the mark need not be the end.
    private readonly bool IsNoSecret(int mark) =>
        !_names.MayEndIn((char)_text[mark - 2], (char)_text[mark - 1])
        && !(_hasEscapes && _text[Math.Max(0, mark - 1 - LongestEscape)..mark].Contains((byte)'\\'));

    private readonly bool IsSecret(ReadOnlySpan<byte> name, int level) =>
        _names.Contains(name.Contains((byte)'\\') ? Decode(name, new byte[name.Length], level) : name);

    private readonly bool Hides(ReadOnlySpan<byte> value, int level) =>
        _mark.Hides(Encoding.UTF8.GetString(Decode(value, new byte[value.Length], level)));

    private static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> text, Span<byte> decoded, int level)
    {
        text.CopyTo(decoded);
        var length = text.Length;
        for (; level >= 0; level--)
        {
            length = Escapes.Json(decoded[..length], decoded).Written;
        }

        return decoded[..length];
    }

    /// <summary>Redacts the value that begins here, if it is one. Gives the position behind it.</summary>
    private int RedactValue(int start, int level) => start == _text.Length ? start : _text[start] switch
    {
        (byte)'"' or (byte)'\\' => RedactString(start, level),
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => RedactNumber(start, level),
        (byte)'{' or (byte)'[' => RedactAllIn(start, level),
        _ => start,
    };

    private int RedactString(int start, int level)
    {
        var mark = JsonQuote.OfLevel(level);
        if (!_text[start..].StartsWith(mark))
        {
            return start;
        }

        start += mark.Length;
        var (end, behind) = JsonQuote.EndOfString(_text, start, level);
        if (Hides(_text[start..end], level))
        {
            _redacted.Replace(start, end, RedactedBytes.Mark);
        }

        return behind;
    }

    private int RedactNumber(int start, int level)
    {
        var length = _text[start..].IndexOfAny(EndsOfNumber);
        var end = length < 0 ? _text.Length : start + length;
        var mark = JsonQuote.OfLevel(level);
        _redacted.Replace(start, end, [.. mark, .. RedactedBytes.Mark, .. mark]);
        return end;
    }

    /// <summary>Redacts the strings and numbers of a list or an object, up to its end.</summary>
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
                    return at; // The string ends that all of this stands in.
                case (byte)'"' or (byte)'\\' when _text[at..].StartsWith(JsonQuote.OfLevel(level)):
                    at = NameEndsAt(at, level) is { } end ? end : RedactString(at, level);
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

    private readonly int? NameEndsAt(int start, int level)
    {
        var behind = JsonQuote.EndOfString(_text, start + JsonQuote.Backslashes(level) + 1, level).Behind;
        var next = SkipSpace(behind);
        return next < _text.Length && _text[next] == ':' ? behind : null;
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
