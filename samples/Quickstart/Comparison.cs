namespace Quickstart;

/// <summary>Compares the live and the played answer of one call.</summary>
internal sealed class Comparison
{
    private readonly List<string> _differences = [];
    private readonly List<string> _redacted = [];

    public Comparison(Call call, Answer live, Answer played)
    {
        Call = call;
        Live = live;
        Played = played;

        Compare("status", $"{live.Status}", $"{played.Status}");
        Compare("reason", live.Reason, played.Reason);
        Compare("final URI", live.FinalUri.ToString(), played.FinalUri.ToString());
        var bodyIsRedacted = CompareBodies();
        foreach (var name in live.Headers.Keys.Union(played.Headers.Keys, StringComparer.OrdinalIgnoreCase).Order())
        {
            // If a secret in the body was replaced, the played body has another length.
            if (!(bodyIsRedacted && name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)))
            {
                Compare($"header {name}", Text(live.Headers, name), Text(played.Headers, name));
            }
        }
    }

    public Call Call { get; }

    public Answer Live { get; }

    public Answer Played { get; }

    public bool IsEqual => _differences.Count == 0;

    /// <summary>The differences, one line per place.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>The places where the cassette has a mark instead of a secret.</summary>
    public IReadOnlyList<string> Redacted => _redacted;

    private void Compare(string place, string? live, string? played)
    {
        if (live == played)
        {
            return;
        }

        if (RedactedText.Explains(live, played))
        {
            _redacted.Add(place);
            return;
        }

        _differences.Add($"{place}: live {live ?? "(none)"}, played {played ?? "(none)"}");
    }

    private bool CompareBodies()
    {
        if (Live.Body.AsSpan().SequenceEqual(Played.Body))
        {
            return false;
        }

        if (RedactedText.Explains(Live.Body, Played.Body))
        {
            _redacted.Add("body");
            return true;
        }

        var at = Live.Body.AsSpan().CommonPrefixLength(Played.Body);
        _differences.Add($"body: live {Live.Body.Length} bytes, played {Played.Body.Length}; first difference at byte {at}");
        return false;
    }

    private static string? Text(IReadOnlyDictionary<string, string[]> headers, string name) =>
        headers.TryGetValue(name, out var values) ? string.Join("\n", values) : null;
}
