using System.Text;

namespace Betamax.Http;

/// <summary>
/// Splits a multipart body into its parts (RFC 2046, section 5.1.1). A body that is cut off or malformed is read as far as
/// possible. The text before the first part and after the last is skipped.
/// </summary>
internal sealed class MultipartReader
{
    private readonly ReadOnlyMemory<byte> _body;
    private readonly byte[] _dashBoundary;
    private readonly List<MultipartPart> _parts = [];
    private bool _isWellFormed = true;

    private MultipartReader(ReadOnlyMemory<byte> body, byte[] dashBoundary)
    {
        _body = body;
        _dashBoundary = dashBoundary;
    }

    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    /// <summary>The parts of a body, and whether it is well-formed.</summary>
    /// <param name="body">The body.</param>
    /// <param name="boundary">
    /// The boundary that the <c>Content-Type</c> names. If it names none, or no line of the body has it, the first line that
    /// begins with <c>--</c> is taken as the boundary, and the body is not well-formed.
    /// </param>
    public static (IReadOnlyList<MultipartPart> Parts, bool IsWellFormed) Read(ReadOnlyMemory<byte> body, string? boundary)
    {
        if (!string.IsNullOrEmpty(boundary))
        {
            var reader = new MultipartReader(body, Encoding.UTF8.GetBytes("--" + boundary));
            if (reader.Read())
            {
                return (reader._parts, reader._isWellFormed);
            }
        }

        var guessed = new MultipartReader(body, GuessBoundary(body.Span));
        return guessed._dashBoundary.Length > 2 && guessed.Read() ? (guessed._parts, false) : ([], false);
    }

    private static byte[] GuessBoundary(ReadOnlySpan<byte> body)
    {
        var line = body[(body.StartsWith("--"u8) ? 0 : body.IndexOf("\n--"u8) + 1)..];
        return line.StartsWith("--"u8) ? ReadLine(line, 0).TrimEnd(" \t"u8).ToArray() : [];
    }

    /// <summary>Reads all parts. False if no line has the boundary.</summary>
    private bool Read()
    {
        if (FindDelimiter(0) is not { } delimiter)
        {
            return false;
        }

        while (!delimiter.IsLast)
        {
            var next = FindDelimiter(delimiter.End);
            _isWellFormed &= next is { } found && found.Start >= delimiter.End;
            if (next is null && delimiter.End == _body.Length)
            {
                break;
            }

            // A delimiter right behind another one shares its line end.
            AddPart(delimiter.End, Math.Max(delimiter.End, next?.Start ?? _body.Length));
            if (next is null)
            {
                break;
            }

            delimiter = next.Value;
        }

        return true;
    }

    private Delimiter? FindDelimiter(int from)
    {
        var body = _body.Span;
        while (from < body.Length && body[from..].IndexOf(_dashBoundary) is >= 0 and var found)
        {
            var start = from + found;
            if ((start == 0 || body[start - 1] == '\n') && ReadDelimiter(start) is { } delimiter)
            {
                return delimiter;
            }

            from = start + 1;
        }

        return null;
    }

    /// <summary>
    /// Reads the delimiter at a place; <see langword="null"/> if its line continues, because it then belongs to a longer
    /// boundary.
    /// </summary>
    private Delimiter? ReadDelimiter(int start)
    {
        var body = _body.Span;
        var after = body[(start + _dashBoundary.Length)..];
        var isLast = after.StartsWith("--"u8);
        var rest = (isLast ? after[2..] : after).TrimStart(" \t"u8);
        if (ReadLine(rest, 0).Length > 0)
        {
            return null;
        }

        // The line end before a delimiter belongs to it.
        var lineEnd = body[..start].EndsWith(LineEnd) ? 2 : Math.Min(start, 1);
        var ownLineEnd = rest.StartsWith(LineEnd) ? 2 : Math.Min(rest.Length, 1);
        _isWellFormed &= lineEnd != 1 && (ownLineEnd == 2 || (isLast && rest.IsEmpty));
        return new(start - lineEnd, body.Length - rest.Length + ownLineEnd, isLast);
    }

    private void AddPart(int start, int end)
    {
        var part = _body[start..end].Span;
        var headers = new List<KeyValuePair<string, string>>();
        var at = 0;
        while (at < part.Length && ReadLine(part, at) is { IsEmpty: false } line)
        {
            AddHeader(headers, LosslessUtf8.Decode(line));
            at = SkipLine(part, at);
        }

        // The empty line ends the headers. It may be missing if nothing follows.
        var contentStart = at < part.Length ? SkipLine(part, at) : at;
        _isWellFormed &= at == 0 || part[..at].EndsWith(LineEnd);
        _isWellFormed &= contentStart == at || part[..contentStart].EndsWith(LineEnd);
        _parts.Add(new(headers, _body[(start + contentStart)..end], start + contentStart));
    }

    private void AddHeader(List<KeyValuePair<string, string>> headers, string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (line[0] is ' ' or '\t' && headers.Count > 0)
        {
            headers[^1] = new(headers[^1].Key, $"{headers[^1].Value} {line.Trim()}");
        }
        else if (colon > 0)
        {
            headers.Add(new(line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }
        else
        {
            _isWellFormed = false;
        }
    }

    private static ReadOnlySpan<byte> ReadLine(ReadOnlySpan<byte> text, int at)
    {
        text = text[at..];
        return (text.IndexOf((byte)'\n') is >= 0 and var end ? text[..end] : text).TrimEnd((byte)'\r');
    }

    private static int SkipLine(ReadOnlySpan<byte> text, int at) =>
        text[at..].IndexOf((byte)'\n') is >= 0 and var end ? at + end + 1 : text.Length;

    /// <param name="Start">Where it begins, with the line end before it.</param>
    /// <param name="End">Where the bytes after its line begin.</param>
    /// <param name="IsLast">Whether it closes the body.</param>
    private readonly record struct Delimiter(int Start, int End, bool IsLast);
}
