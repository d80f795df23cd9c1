using System.Globalization;
using System.Text;

namespace Betamax.Matching.JsonBodies;

/// <summary>
/// Reads a JSON path. Of RFC 9535 it supports the root, names, indices, wildcards and descendants
/// (<c>$.a['b c'][0]..d[*]</c>), but not slices and filters. A name without quotes may also contain '-'.
/// </summary>
internal ref struct JsonPathParser
{
    private readonly string _path;
    private int _at;

    private JsonPathParser(string path) => _path = path;

    /// <exception cref="ArgumentException">The path is malformed; the message says where.</exception>
    public static JsonPath Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new JsonPathParser(path).Parse();
    }

    public static bool IsPlainName(string name) => name.Length > 0 && name.All(IsPlain);

    private static bool IsPlain(char character) => char.IsLetterOrDigit(character) || character is '_' or '-';

    private JsonPath Parse()
    {
        if (!Take('$'))
        {
            throw CreateError("a path begins with '$'");
        }

        var steps = new List<JsonPathStep>();
        while (_at < _path.Length)
        {
            steps.Add(ReadStep());
        }

        return steps.Count > 0 ? new(steps) : throw CreateError("a path leads to somewhere below '$'");
    }

    private JsonPathStep ReadStep()
    {
        var dot = Take('.');
        var atAnyDepth = dot && Take('.');
        if ((atAnyDepth || !dot) && Take('['))
        {
            return ReadBracketed(atAnyDepth);
        }

        if (!dot)
        {
            throw CreateError("expected '.' or '['");
        }

        return Take('*') ? new(null, null, atAnyDepth) : new(ReadPlainName(), null, atAnyDepth);
    }

    private JsonPathStep ReadBracketed(bool atAnyDepth)
    {
        JsonPathStep step = Peek switch
        {
            '\'' or '"' => new(ReadQuotedName(), null, atAnyDepth),
            '*' when Take('*') => new(null, null, atAnyDepth),
            _ => new(null, ReadIndex(), atAnyDepth),
        };
        return Take(']') ? step : throw CreateError("expected ']'");
    }

    private string ReadPlainName()
    {
        var start = _at;
        while (_at < _path.Length && IsPlain(_path[_at]))
        {
            _at++;
        }

        return _at > start ? _path[start.._at] : throw CreateError("expected a name or '*'; other names are written ['so']");
    }

    private string ReadQuotedName()
    {
        var quote = _path[_at++];
        var name = new StringBuilder();
        while (!Take(quote))
        {
            _ = Take('\\');
            name.Append(_at < _path.Length ? _path[_at++] : throw CreateError($"expected a closing {quote}"));
        }

        return name.ToString();
    }

    private int ReadIndex()
    {
        var start = _at;
        _ = Take('-');
        while (char.IsAsciiDigit(Peek))
        {
            _at++;
        }

        if (int.TryParse(_path.AsSpan(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
        {
            return index;
        }

        _at = start;
        throw CreateError("expected an index, '*' or a quoted name");
    }

    private readonly char Peek => _at < _path.Length ? _path[_at] : '\0';

    private bool Take(char character)
    {
        if (_at == _path.Length || _path[_at] != character)
        {
            return false;
        }

        _at++;
        return true;
    }

    private readonly ArgumentException CreateError(string problem) =>
        new($"The JSON path \"{_path}\" is malformed at position {_at + 1}: {problem}.");
}
