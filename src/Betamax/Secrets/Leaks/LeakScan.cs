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
    /// looked for. <see langword="null"/> for none.
    /// </param>
    /// <param name="allowed">The names of rules that are switched off. <see langword="null"/> for none.</param>
    /// <param name="rules">Rules of your own. <see langword="null"/> for none.</param>
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

    /// <summary>The leaks of an interaction, in the order of its parts. Empty if there are none.</summary>
    /// <param name="interaction">The interaction, as it is or would be saved.</param>
    public IReadOnlyList<SecretLeak> Find(Interaction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        return Find(interaction, index: 0);
    }

    /// <summary>The leaks of a cassette, in the order of its interactions. Empty if there are none.</summary>
    /// <param name="cassette">The cassette.</param>
    public IReadOnlyList<SecretLeak> Find(Cassette cassette)
    {
        ArgumentNullException.ThrowIfNull(cassette);
        return [.. cassette.Interactions.SelectMany((interaction, index) => Find(interaction, index))];
    }

    private IReadOnlyList<SecretLeak> Find(Interaction interaction, int index)
    {
        var (request, response) = (interaction.Request, interaction.Response);
        List<(string Rule, string Place)>? leaks = null;
        ScanText("request method", request.Method, ref leaks);
        ScanText("request URI", request.Uri, ref leaks);
        ScanHeaders("request header", request.Headers, ref leaks);
        ScanText("response reason phrase", response.ReasonPhrase, ref leaks);
        if (response.Url != request.Uri)
        {
            ScanText("response URL", response.Url, ref leaks);
        }

        ScanHeaders("response header", response.Headers, ref leaks);
        ScanHeaders("response trailer", response.Trailers, ref leaks);
        foreach (var error in response.Failure?.Errors ?? [])
        {
            ScanText("message of the failure", error.Message, ref leaks);
        }

        ScanBody("request body", request.Body, request.Headers, ref leaks);
        ScanBody("response body", response.Body, response.Headers, ref leaks);
        return leaks is null
            ? []
            : [.. leaks.Distinct().Select(leak => new SecretLeak(leak.Rule, leak.Place, index, HideLeak(request.Method), HideLeakInUri(request.Uri)))];
    }

    private void ScanText(string place, string? text, ref List<(string Rule, string Place)>? leaks) =>
        Add(FindIn(text), place, ref leaks);

    private void ScanHeaders(string place, RecordedHeaders headers, ref List<(string Rule, string Place)>? leaks)
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
                    Add(found, inName is null ? $"{place} '{name}'" : $"{place} no. {number}", ref leaks);
                }
            }
        }
    }

    private static void Add(IReadOnlyList<TextLeak>? found, string place, ref List<(string Rule, string Place)>? leaks)
    {
        foreach (var leak in found ?? [])
        {
            (leaks ??= []).Add((leak.Rule, place));
        }
    }

    private IReadOnlyList<TextLeak>? FindIn(string? text)
    {
        if (text is null || text.Length < _scan.Value.MinLength)
        {
            return null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var leaks = _scan.Value.Find(buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return leaks;
    }

    private void ScanBody(string place, RecordedBody body, RecordedHeaders headers, ref List<(string Rule, string Place)>? leaks)
    {
        if (body.IsEmpty)
        {
            return;
        }

        var utf8 = body.Utf8;
        foreach (var leak in _scan.Value.Find(utf8.Span) ?? [])
        {
            var path = LeakPath.Find(utf8.Span, leak.Offset);
            (leaks ??= []).Add((leak.Rule, path is not null && FindIn(path) is null ? $"{place} at {path}" : $"{place} at byte {leak.Offset}"));
        }

        var codings = ContentCodings.Detect(utf8.Span, headers.GetValueOrDefault(HeaderNames.ContentEncoding));
        foreach (var block in CompressedBody.ReadBlocks(utf8, codings, TextScan.BlockSize, TextScan.Overlap))
        {
            foreach (var leak in _scan.Value.Find(block.Span) ?? [])
            {
                (leaks ??= []).Add((leak.Rule, $"{place}, once it is decompressed"));
            }
        }
    }

    private string HideLeak(string text) => FindIn(text) is null ? text : Redaction.Replacement;

    private string HideLeakInUri(string uri) =>
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
