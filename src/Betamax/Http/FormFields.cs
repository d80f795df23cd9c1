using System.Text;

namespace Betamax.Http;

/// <summary>
/// Reads <c>a=1&amp;b=2</c>, the pairs of a query or a URL-encoded form, one after the other. Nothing is decoded or copied:
/// the caller gets ranges of the text.
/// </summary>
/// <typeparam name="T">A character of the text: <see cref="char"/> or <see cref="byte"/>.</typeparam>
internal ref struct FormFields<T>
    where T : unmanaged, IEquatable<T>
{
    private readonly ReadOnlySpan<T> _text;
    private readonly ReadOnlySpan<T> _separators;
    private readonly T _equals;
    private int _next;

    public FormFields(ReadOnlySpan<T> text, ReadOnlySpan<T> separators, T equals)
    {
        _text = text;
        _separators = separators;
        _equals = equals;
    }

    /// <summary>The range of the current name.</summary>
    public Range Name { get; private set; }

    /// <summary>The range of the current value, which is empty without a '='.</summary>
    public Range Value { get; private set; }

    /// <summary>Whether the current pair has a '='.</summary>
    public bool HasValue { get; private set; }

    /// <summary>Moves to the next pair, past empty ones. False if there is none.</summary>
    public bool MoveNext()
    {
        while (_next < _text.Length)
        {
            var start = _next;
            var length = _text[start..].IndexOfAny(_separators);
            var end = length < 0 ? _text.Length : start + length;
            _next = end + 1;
            if (end > start)
            {
                var equals = _text[start..end].IndexOf(_equals);
                HasValue = equals >= 0;
                Name = start..(HasValue ? start + equals : end);
                Value = (HasValue ? start + equals + 1 : end)..end;
                return true;
            }
        }

        return false;
    }
}

/// <summary>Creates readers of pairs, and decodes names and values.</summary>
internal static class FormFields
{
    /// <summary>The pairs of a form, or of a query in UTF-8.</summary>
    public static FormFields<byte> Read(ReadOnlySpan<byte> text) => new(text, "&"u8, (byte)'=');

    /// <summary>The pairs of a query.</summary>
    /// <param name="text">The query, without its '?'.</param>
    /// <param name="separators">The characters that separate pairs.</param>
    public static FormFields<char> Read(ReadOnlySpan<char> text, ReadOnlySpan<char> separators) => new(text, separators, '=');

    /// <summary>The text of a name or a value: '+' is a space, and percent-encoded bytes are UTF-8.</summary>
    public static string Decode(ReadOnlySpan<byte> text) => LosslessUtf8.Decode(PercentEncoding.Decode(text, plusIsSpace: true));

    /// <summary>The same for characters.</summary>
    public static string Decode(ReadOnlySpan<char> text)
    {
        var utf8 = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, utf8);
        return Decode(utf8);
    }
}
