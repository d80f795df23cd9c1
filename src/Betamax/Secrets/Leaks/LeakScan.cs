using System.Buffers;
using System.Text;

namespace Betamax.Secrets.Leaks;

/// <summary>The last look at an interaction before it reaches the disk, in the form in which it would stand there.</summary>
internal sealed class LeakScan
{
    private readonly TextScan _scan;
    private readonly HashSet<string> _allowed;

    // Most messages have the headers of the one before: those in which nothing was found need no second look.
    private RecordedHeaders _cleanOfRequest = RecordedHeaders.Empty;
    private RecordedHeaders _cleanOfResponse = RecordedHeaders.Empty;

    /// <param name="placeholders">The placeholders of the cassette, whose values must not stand on it.</param>
    /// <param name="allowed">The names of the rules that do not count.</param>
    /// <exception cref="ArgumentException">There is no rule of such a name.</exception>
    public LeakScan(IReadOnlyList<Placeholder> placeholders, IReadOnlyList<string> allowed)
    {
        if (allowed.Except(LeakRules.Names, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new ArgumentException(
                $"{nameof(CassetteOptions.AllowedLeaks)} names '{unknown}'. The rules are: {string.Join(", ", LeakRules.Names)}.",
                nameof(allowed));
        }

        _allowed = new(allowed, StringComparer.Ordinal);

        // A value that a placeholder's text holds is no secret: it stands on every tape.
        _scan = new(
            LeakRules.All.Where(rule => !_allowed.Contains(rule.Name)),
            _allowed.Contains(LeakRules.PlaceholderValue)
                ? []
                : placeholders
                    .Select(placeholder => placeholder.Value)
                    .Where(value => !placeholders.Any(other => other.Text.Contains(value, StringComparison.Ordinal))));
    }

    /// <summary>What would leak, in the order of the interaction. Empty = nothing.</summary>
    public IReadOnlyList<SecretLeak> In(Interaction interaction)
    {
        var (request, response) = (interaction.Request, interaction.Response);
        List<(string Rule, string Where)>? finds = null;
        InText("request method", request.Method, ref finds);
        InText("request URI", request.Uri, ref finds);
        InHeaders("request header", request.Headers, ref _cleanOfRequest, ref finds);
        InText("response reason phrase", response.ReasonPhrase, ref finds);
        if (response.Url != request.Uri)
        {
            InText("response URL", response.Url, ref finds);
        }

        InHeaders("response header", response.Headers, ref _cleanOfResponse, ref finds);
        InHeaders("response trailer", response.Trailers, ref finds);
        if (response.Failure is { } failure)
        {
            foreach (var error in failure.Errors)
            {
                InText("message of the failure", error.Message, ref finds);
            }
        }

        InBody("request body", request.Body, request.Headers, ref finds);
        InBody("response body", response.Body, response.Headers, ref finds);
        return finds is null
            ? []
            : [.. finds.Distinct().Select(find => new SecretLeak(find.Rule, find.Where, 0, Shown(request.Method), ShownUri(request.Uri)))];
    }

    private void InText(string place, string? text, ref List<(string Rule, string Where)>? finds) =>
        Add(In(text), place, ref finds);

    private void InHeaders(
        string place, RecordedHeaders headers, ref RecordedHeaders clean, ref List<(string Rule, string Where)>? finds)
    {
        if (ReferenceEquals(headers, clean))
        {
            return;
        }

        var before = finds?.Count;
        InHeaders(place, headers, ref finds);
        if (finds?.Count == before)
        {
            clean = headers;
        }
    }

    private void InHeaders(string place, RecordedHeaders headers, ref List<(string Rule, string Where)>? finds)
    {
        var number = 0;
        foreach (var (name, values) in headers.AsSpan())
        {
            number++;
            var inName = In(name);
            for (var i = -1; i < values.Count; i++)
            {
                if ((i < 0 ? inName : In(values[i])) is { } found)
                {
                    Add(found, inName is null ? $"{place} '{name}'" : $"{place} no. {number}", ref finds);
                }
            }
        }
    }

    private static void Add(IReadOnlyList<LeakFind>? found, string where, ref List<(string Rule, string Where)>? finds)
    {
        foreach (var find in found ?? [])
        {
            (finds ??= []).Add((find.Rule, where));
        }
    }

    private IReadOnlyList<LeakFind>? In(string? text)
    {
        if (text is null || text.Length < _scan.Shortest)
        {
            return null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var finds = _scan.In(buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return finds;
    }

    private void InBody(string place, RecordedBody body, RecordedHeaders headers, ref List<(string Rule, string Where)>? finds)
    {
        if (body.IsEmpty)
        {
            return;
        }

        var utf8 = body.Utf8;
        foreach (var find in _scan.In(utf8.Span) ?? [])
        {
            var path = LeakPath.PathAt(utf8.Span, find.Offset);
            (finds ??= []).Add((find.Rule, path is not null && In(path) is null ? $"{place} at {path}" : $"{place} at byte {find.Offset}"));
        }

        var coding = headers.TryGetValue("Content-Encoding", out var codings) ? string.Join(',', codings) : null;
        foreach (var window in CompressedBody.Windows(utf8, coding))
        {
            foreach (var find in _scan.In(window.Span) ?? [])
            {
                (finds ??= []).Add((find.Rule, $"{place}, once it is decompressed"));
            }
        }
    }

    private string Shown(string text) => In(text) is null ? text : Redaction.Mark;

    private string ShownUri(string uri) =>
        In(uri) is null ? uri
        : Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && In(parsed.Authority) is null
            ? $"{parsed.Scheme}://{parsed.Authority}/{Redaction.Mark}"
            : Redaction.Mark;
}
