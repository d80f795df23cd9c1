using System.Text;

namespace Betamax.Secrets.Redactions;

/// <summary>
/// The parts of a multipart body (RFC 2046, section 5.1.1), one after another. The boundary is the first line that can be
/// one, and lone line feeds end lines too: what is broken off or badly written is still looked through.
/// </summary>
internal ref struct MultipartParts
{
    private readonly ReadOnlySpan<byte> _body;
    private readonly ReadOnlySpan<byte> _delimiter;
    private int _next;

    public MultipartParts(ReadOnlySpan<byte> body)
    {
        _body = body;
        var start = body.StartsWith("--"u8) ? 0 : body.IndexOf("\n--"u8) + 1;
        var line = body[start..];
        _delimiter = line.StartsWith("--"u8) ? Line(line).TrimEnd(" \t"u8) : default;
        _next = _delimiter.Length > 2 ? start : body.Length;
    }

    /// <summary>The name of the part's form field (RFC 7578, section 4.2), if it says so.</summary>
    public string? Name { get; private set; }

    /// <summary>The value of its <c>Content-Type</c>, if there is one.</summary>
    public string? Type { get; private set; }

    /// <summary>Where its content begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where its content ends.</summary>
    public int End { get; private set; }

    public bool MoveNext()
    {
        // What is left of the delimiter's own line is the first line here.
        var line = _next + _delimiter.Length;
        if (line >= _body.Length || _body[line..].StartsWith("--"u8))
        {
            return false;
        }

        (Name, Type) = (null, null);
        Start = AfterLine(line);
        while (Start < _body.Length && Line(_body[Start..]) is { IsEmpty: false } header)
        {
            ReadHeader(header);
            Start = AfterLine(Start);
        }

        Start = AfterLine(Start);
        _next = FindDelimiter(Math.Max(Start - 1, 0));
        End = _next == _body.Length ? _next : _next - (_next >= 2 && _body[_next - 2] == '\r' ? 2 : 1);
        End = Math.Max(Start, End);
        return true;
    }

    private void ReadHeader(ReadOnlySpan<byte> header)
    {
        var text = Encoding.UTF8.GetString(header);
        if (text.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase))
        {
            Type = text["Content-Type:".Length..];
        }
        else if (text.StartsWith("Content-Disposition:", StringComparison.OrdinalIgnoreCase) || text[0] is ' ' or '\t')
        {
            Name ??= NameIn(text);
        }
    }

    private static string? NameIn(string disposition)
    {
        const string Parameter = "name=";
        for (var at = 0; (at = disposition.IndexOf(Parameter, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var isWhole = at > 0 && disposition[at - 1] is ' ' or '\t' or ';';
            at += Parameter.Length;
            if (isWhole)
            {
                var value = disposition[at..];
                return value.StartsWith('"') ? value[1..].Split('"')[0] : value.Split(';')[0].Trim();
            }
        }

        return null;
    }

    /// <summary>The next delimiter that has a line of its own, or the end of the body.</summary>
    private readonly int FindDelimiter(int from)
    {
        for (var at = from; _body[at..].IndexOf(_delimiter) is >= 0 and var next; at += next + 1)
        {
            var start = at + next;
            var behind = _body[(start + _delimiter.Length)..];
            if (start > 0 && _body[start - 1] == '\n' && (behind.IsEmpty || "- \t\r\n"u8.Contains(behind[0])))
            {
                return start;
            }
        }

        return _body.Length;
    }

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> text) =>
        (text.IndexOf((byte)'\n') is >= 0 and var end ? text[..end] : text).TrimEnd((byte)'\r');

    private readonly int AfterLine(int start) =>
        start < _body.Length && _body[start..].IndexOf((byte)'\n') is >= 0 and var end ? start + end + 1 : _body.Length;
}
