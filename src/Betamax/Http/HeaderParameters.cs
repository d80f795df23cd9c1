using System.Text;

namespace Betamax.Http;

/// <summary>
/// Reads the <c>name=value</c> parameters of a header value. A value may be a quoted string (RFC 9110, section 5.6.4). The
/// grammar is not enforced: a quote that is never closed does not quote, and a piece without '=' is a name without a value.
/// </summary>
internal ref struct HeaderParameters
{
    private readonly char _separator;
    private ReadOnlySpan<char> _rest;
    private ReadOnlySpan<char> _value;
    private bool _isAtEnd;

    /// <param name="text">The parameters, without the text before the first one.</param>
    /// <param name="separator">The character between two parameters: ',' or ';'.</param>
    public HeaderParameters(ReadOnlySpan<char> text, char separator)
    {
        _rest = text;
        _separator = separator;
    }

    /// <summary>The name of the current parameter, as written.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>The value of the current parameter, without quotes; empty if it has none.</summary>
    public readonly string Value => Unquote(_value);

    /// <summary>The value of the first parameter with a name, ignoring case; <see langword="null"/> if there is none.</summary>
    public static string? Find(ReadOnlySpan<char> text, char separator, string name)
    {
        var parameters = new HeaderParameters(text, separator);
        while (parameters.MoveNext())
        {
            if (parameters.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return parameters.Value;
            }
        }

        return null;
    }

    /// <summary>Moves to the next parameter that has a name. False if there is none.</summary>
    public bool MoveNext()
    {
        while (!_isAtEnd)
        {
            var end = FindEnd(_rest, _separator);
            var piece = _rest[..end];
            _isAtEnd = end == _rest.Length;
            _rest = _isAtEnd ? [] : _rest[(end + 1)..];

            var equals = piece.IndexOf('=');
            Name = (equals < 0 ? piece : piece[..equals]).Trim();
            _value = equals < 0 ? [] : piece[(equals + 1)..].Trim();
            if (!Name.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static int FindEnd(ReadOnlySpan<char> text, char separator)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == separator)
            {
                return at;
            }

            if (text[at] == '"')
            {
                at += MeasureQuotedString(text[at..]) - 1;
            }
        }

        return text.Length;
    }

    // The length of a quoted string with its quotes; 1 if it is never closed.
    private static int MeasureQuotedString(ReadOnlySpan<char> text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                return at + 1;
            }

            at += text[at] == '\\' ? 1 : 0;
        }

        return 1;
    }

    private static string Unquote(ReadOnlySpan<char> value)
    {
        if (value is not ['"', .. var inner])
        {
            return value.ToString();
        }

        inner = inner is [.. var before, '"'] ? before : inner;
        var text = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            i += inner[i] == '\\' && i + 1 < inner.Length ? 1 : 0;
            text.Append(inner[i]);
        }

        return text.ToString();
    }
}
