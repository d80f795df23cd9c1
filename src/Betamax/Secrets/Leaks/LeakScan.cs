using System.Buffers;
using System.Text;
using Betamax.Http;
using Betamax.Secrets.Leaks;

namespace Betamax;

/// <summary>
/// Looks for secrets in recordings: by the shapes of well-known keys and tokens, by the values of placeholders, and by rules
/// of your own. Recorders scan each interaction before it is saved; this class also scans cassettes that exist already.
/// Immutable, and safe to use from any thread.
/// </summary>
public sealed class LeakScan
{
    private readonly Lazy<TextScan> _scan;

    /// <summary>Creates a scan.</summary>
    /// <param name="placeholders">
    /// Placeholders whose values must not be saved, the rule <c>placeholder-value</c>. Values of fewer than 8 characters are not
    /// looked for. <see langword="null"/> = none.
    /// </param>
    /// <param name="allowed">The names of rules that are switched off. <see langword="null"/> = none.</param>
    /// <param name="rules">Rules of your own. <see langword="null"/> = none.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="allowed"/> has a name that no rule has, or two rules have the same name.
    /// </exception>
    public LeakScan(
        IEnumerable<Placeholder>? placeholders = null, IEnumerable<string>? allowed = null, IEnumerable<LeakRule>? rules = null)
    {
        Placeholder[] hidden = [.. placeholders ?? []];
        LeakRule[] own = [.. rules ?? []];
        var off = new HashSet<string>(allowed ?? [], StringComparer.Ordinal);
        if (own.Length + off.Count > 0)
        {
            ThrowIfWrong(own, off, nameof(allowed), nameof(rules));
        }

        // A value that is part of a placeholder's text is not a secret: every cassette has it. The scan is prepared when it is
        // first needed: a run that only plays does not need it.
        _scan = new(() => new(
            LeakRules.All.Where(rule => !off.Contains(rule.Name)),
            off.Contains(LeakRules.PlaceholderValue)
                ? []
                : hidden
                    .Select(placeholder => placeholder.Value)
                    .Where(value => !hidden.Any(other => other.Text.Contains(value, StringComparison.Ordinal))),
            own.Where(rule => !off.Contains(rule.Name))));
    }

    /// <summary>The names of the built-in rules.</summary>
    public static IReadOnlyList<string> RuleNames => LeakRules.Names;

    /// <summary>The leaks of an interaction, in the order of its parts. Empty = there are none.</summary>
    /// <param name="interaction">The interaction, as it is or would be saved.</param>
    public IReadOnlyList<SecretLeak> Find(Interaction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        return Find(interaction, index: 0);
    }

    /// <summary>The leaks of a cassette, in the order of its interactions. Empty = there are none.</summary>
    /// <param name="cassette">The cassette.</param>
    public IReadOnlyList<SecretLeak> Find(Cassette cassette)
    {
        ArgumentNullException.ThrowIfNull(cassette);
        return [.. cassette.Interactions.SelectMany((interaction, index) => Find(interaction, index))];
    }

    private IReadOnlyList<SecretLeak> Find(Interaction interaction, int index)
    {
        var (request, response) = (interaction.Request, interaction.Response);
        List<(string Rule, string Place)>? finds = null;
        ScanText("request method", request.Method, ref finds);
        ScanText("request URI", request.Uri, ref finds);
        ScanHeaders("request header", request.Headers, ref finds);
        ScanText("response reason phrase", response.ReasonPhrase, ref finds);
        if (response.Url != request.Uri)
        {
            ScanText("response URL", response.Url, ref finds);
        }

        ScanHeaders("response header", response.Headers, ref finds);
        ScanHeaders("response trailer", response.Trailers, ref finds);
        foreach (var error in response.Failure?.Errors ?? [])
        {
            ScanText("message of the failure", error.Message, ref finds);
        }

        ScanBody("request body", request.Body, request.Headers, ref finds);
        ScanBody("response body", response.Body, response.Headers, ref finds);
        return finds is null
            ? []
            : [.. finds.Distinct().Select(find => new SecretLeak(find.Rule, find.Place, index, Shown(request.Method), ShownUri(request.Uri)))];
    }

    private void ScanText(string place, string? text, ref List<(string Rule, string Place)>? finds) =>
        Add(FindIn(text), place, ref finds);

    private void ScanHeaders(string place, RecordedHeaders headers, ref List<(string Rule, string Place)>? finds)
    {
        var number = 0;
        foreach (var (name, values) in headers.AsSpan())
        {
            number++;
            var inName = FindIn(name);
            for (var i = -1; i < values.Count; i++)
            {
                if ((i < 0 ? inName : FindIn(values[i])) is { } found)
                {
                    Add(found, inName is null ? $"{place} '{name}'" : $"{place} no. {number}", ref finds);
                }
            }
        }
    }

    private static void Add(IReadOnlyList<LeakFind>? found, string place, ref List<(string Rule, string Place)>? finds)
    {
        foreach (var find in found ?? [])
        {
            (finds ??= []).Add((find.Rule, place));
        }
    }

    private IReadOnlyList<LeakFind>? FindIn(string? text)
    {
        if (text is null || text.Length < _scan.Value.MinLength)
        {
            return null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var finds = _scan.Value.Find(buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return finds;
    }

    private void ScanBody(string place, RecordedBody body, RecordedHeaders headers, ref List<(string Rule, string Place)>? finds)
    {
        if (body.IsEmpty)
        {
            return;
        }

        var utf8 = body.Utf8;
        foreach (var find in _scan.Value.Find(utf8.Span) ?? [])
        {
            var path = LeakPath.PathAt(utf8.Span, find.Offset);
            (finds ??= []).Add((find.Rule, path is not null && FindIn(path) is null ? $"{place} at {path}" : $"{place} at byte {find.Offset}"));
        }

        foreach (var block in CompressedBody.ReadBlocks(utf8, CodingsOf(utf8.Span, headers), TextScan.BlockSize, TextScan.Overlap))
        {
            foreach (var find in _scan.Value.Find(block.Span) ?? [])
            {
                (finds ??= []).Add((find.Rule, $"{place}, once it is decompressed"));
            }
        }
    }

    private static string[] CodingsOf(ReadOnlySpan<byte> body, RecordedHeaders headers)
    {
        var codings = headers.TryGetValue(HeaderNames.ContentEncoding, out var values) ? ContentCodings.Parse(values) : [];

        // A gzip file is opened as well, whatever the header says.
        return codings is not [.., ContentCodings.Gzip] && ContentCodings.IsGzip(body) ? [ContentCodings.Gzip] : codings;
    }

    private string Shown(string text) => FindIn(text) is null ? text : Redaction.Replacement;

    private string ShownUri(string uri) =>
        FindIn(uri) is null ? uri
        : Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && FindIn(parsed.Authority) is null
            ? $"{parsed.Scheme}://{parsed.Authority}/{Redaction.Replacement}"
            : Redaction.Replacement;

    private static void ThrowIfWrong(LeakRule[] own, HashSet<string> off, string nameOfAllowed, string nameOfRules)
    {
        string[] names = [.. LeakRules.Names, .. own.Select(rule => rule.Name)];
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(name => name.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two leak rules have the name '{twice.Key}'. Give your own rule another name.", nameOfRules);
        }

        if (off.Except(names, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new ArgumentException(
                $"AllowedLeaks names '{unknown}', which is not a rule. The rules are: {string.Join(", ", names)}.", nameOfAllowed);
        }
    }
}
