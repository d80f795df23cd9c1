using System.Buffers;
using System.Text;

namespace Betamax.Secrets;

/// <summary>Texts for texts, wherever they stand in a message.</summary>
internal sealed class Substitution
{
    private readonly (string From, string To, byte[] FromBytes, byte[] ToBytes)[] _pairs;

    // One text may be part of another: the longest goes first.
    public Substitution(IEnumerable<(string From, string To)> pairs) =>
        _pairs =
        [
            .. pairs
                .OrderByDescending(pair => pair.From.Length)
                .Select(pair => (pair.From, pair.To, Encoding.UTF8.GetBytes(pair.From), Encoding.UTF8.GetBytes(pair.To))),
        ];

    public Interaction In(Interaction interaction) =>
        _pairs.Length == 0
            ? interaction
            : interaction with { Request = In(interaction.Request), Response = In(interaction.Response) };

    public RecordedRequest In(RecordedRequest request) =>
        _pairs.Length == 0
            ? request
            : request with { Uri = In(request.Uri), Headers = In(request.Headers), Body = In(request.Body) };

    private RecordedResponse In(RecordedResponse response) => response with
    {
        Url = In(response.Url),
        Headers = In(response.Headers),
        Body = In(response.Body),
        Trailers = In(response.Trailers),
        Failure = response.Failure is { } failure
            ? failure with { Errors = [.. failure.Errors.Select(error => error with { Message = In(error.Message) })] }
            : null,
    };

    private RecordedHeaders In(RecordedHeaders headers) => headers.Map((_, value) => In(value));

    private RecordedBody In(RecordedBody body)
    {
        if (body.IsEmpty)
        {
            return body;
        }

        var utf8 = body.Utf8;
        foreach (var (_, _, from, to) in _pairs)
        {
            utf8 = Replace(utf8, from, to);
        }

        return body.WithUtf8(utf8);
    }

    private string In(string text)
    {
        foreach (var (from, to, _, _) in _pairs)
        {
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        return text;
    }

    private static ReadOnlyMemory<byte> Replace(ReadOnlyMemory<byte> bytes, byte[] from, byte[] to)
    {
        var at = bytes.Span.IndexOf(from);
        if (at < 0)
        {
            return bytes;
        }

        var replaced = new ArrayBufferWriter<byte>(bytes.Length);
        for (; at >= 0; at = bytes.Span.IndexOf(from))
        {
            replaced.Write(bytes.Span[..at]);
            replaced.Write(to);
            bytes = bytes[(at + from.Length)..];
        }

        replaced.Write(bytes.Span);
        return replaced.WrittenMemory;
    }
}
