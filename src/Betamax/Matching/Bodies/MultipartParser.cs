using System.Text;
using Betamax.Matching.Facets;

namespace Betamax.Matching.Bodies;

/// <summary>Splits a multipart body into its parts (RFC 2046, 5.1.1). What stands before and behind them is dropped.</summary>
internal sealed class MultipartParser(ReadOnlyMemory<byte> body, string boundary)
{
    private readonly byte[] _dashBoundary = Encoding.UTF8.GetBytes("--" + boundary);

    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    private static ReadOnlySpan<byte> EmptyLine => "\r\n\r\n"u8;

    /// <summary>The parts in their order, or <see langword="null"/> where the body is not well-formed.</summary>
    public IReadOnlyList<MultipartPart>? Parse()
    {
        var parts = new List<MultipartPart>();
        var delimiter = Find(0);
        while (delimiter is { IsLast: false })
        {
            var next = Find(delimiter.Value.End);
            if (next is null || PartBetween(delimiter.Value.End, next.Value.Start) is not { } part)
            {
                return null;
            }

            parts.Add(part);
            delimiter = next;
        }

        return delimiter is null ? null : parts;
    }

    private Delimiter? Find(int from)
    {
        var bytes = body.Span;
        while (bytes[from..].IndexOf(_dashBoundary) is >= 0 and var found)
        {
            var start = from + found;
            if ((start == 0 || bytes[..start].EndsWith(LineEnd)) && Complete(start) is { } delimiter)
            {
                return delimiter;
            }

            from = start + 1;
        }

        return null;
    }

    /// <summary>The delimiter here, unless its line goes on: then it is the beginning of a longer boundary.</summary>
    private Delimiter? Complete(int start)
    {
        var behind = body.Span[(start + _dashBoundary.Length)..];
        var isLast = behind.StartsWith("--"u8);
        var line = (isLast ? behind[2..] : behind).TrimStart(" \t"u8);
        var ends = line.StartsWith(LineEnd) || (isLast && line.IsEmpty);
        var end = body.Length - line.Length + (line.IsEmpty ? 0 : LineEnd.Length);
        return ends ? new(Math.Max(0, start - LineEnd.Length), end, isLast) : null;
    }

    private MultipartPart? PartBetween(int start, int end)
    {
        // The empty line may be the first: a part without headers.
        var headersStart = start - LineEnd.Length;
        var part = end < start ? default : body[headersStart..end];
        var emptyLine = part.Span.IndexOf(EmptyLine);
        if (emptyLine < 0)
        {
            return null;
        }

        var headers = HeadersOf(LosslessUtf8.Decode(part.Span[..emptyLine]));
        return headers is null ? null : new(headers, part[(emptyLine + EmptyLine.Length)..]);
    }

    private static RecordedHeaders? HeadersOf(string text)
    {
        var headers = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        var unfolded = text.Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);
        foreach (var line in unfolded.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                return null;
            }

            headers.Add(new(line[..colon].Trim(), [line[(colon + 1)..].Trim()]));
        }

        return new(headers);
    }

    /// <param name="Start">Where it begins, with the line end that belongs to it.</param>
    /// <param name="End">Where what follows its line begins.</param>
    /// <param name="IsLast">Whether it closes the body.</param>
    private readonly record struct Delimiter(int Start, int End, bool IsLast);
}
