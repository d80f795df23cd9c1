using Betamax.Recording.Modes;

namespace Betamax.Recording.Refusals;

/// <summary>Writes the message of a refusal.</summary>
internal static class RefusalText
{
    private const int MaxLineLength = 90;
    private const int MaxUriLength = 1000;

    /// <summary>How many differences from one recording are shown. The exception's properties have all of them.</summary>
    private const int MaxDifferences = 8;

    public static string Format(Refusal refusal) => string.Join('\n',
    [
        $"No recording can be played for {FormatLine(refusal.Request)}",
        $"  cassette: {refusal.CassettePath}",
        $"  mode:     {refusal.RecordMode}{(refusal.ModeIsFromVariable ? $", set by {RecordModeVariable.Name}" : "")}",
        $"  matchers: {string.Join(", ", refusal.Matchers)}",
        "",
        .. FormatReason(refusal),
        "",
        "What to do, unless the request itself is wrong:",
        .. RefusalRemedies.Suggest(refusal),
    ]);

    private static string FormatLine(RecordedRequest request) =>
        request.Uri.Length <= MaxUriLength ? $"{request.Method} {request.Uri}"
        : $"{request.Method} {request.Uri[..MaxUriLength]}… ({request.Uri.Length} characters)";

    private static string[] FormatReason(Refusal refusal)
    {
        var count = refusal.Recordings.Count;
        var dropped = refusal.Recordings.Count(recording => recording is null);
        string[] note = dropped == 0 ? []
            : [$"BeforePlayback has dropped {(dropped == count ? "all" : dropped)} of its recordings."];
        return count == 0 ? ["The cassette is empty."]
            : refusal.UsedUp is { Count: > 0 } usedUp
                ? [FormatUsedUp(usedUp.Count), .. usedUp.SelectMany(used => FormatHead(used.Index, refusal)), .. note]
            : refusal.Nearest is { Count: > 0 } nearest
                ? [FormatNoMatch(count), .. nearest.SelectMany(near => Format(near, refusal)), .. note]
            : note;
    }

    private static string FormatUsedUp(int count) => count == 1
        ? "The one recording that matches has been played already:"
        : $"The {count} recordings that match have all been played already:";

    private static string FormatNoMatch(int count) => count switch
    {
        1 => "Its one recording does not match:",
        2 => "Neither of its recordings, #0 and #1, matches:",
        _ => $"None of its {count} recordings, #0 to #{count - 1}, matches. The nearest:",
    };

    private static IEnumerable<string> FormatHead(int index, Refusal refusal)
    {
        yield return $"  #{index} {FormatLine(refusal.Recordings[index]!)}";
        if (refusal.PlayedFor.TryGetValue(index, out var request))
        {
            yield return $"     was played for request {request} of this run";
        }
    }

    private static IEnumerable<string> Format(NearestRecording near, Refusal refusal)
    {
        foreach (var line in FormatHead(near.Index, refusal))
        {
            yield return line;
        }

        foreach (var result in near.Results)
        {
            yield return $"     {result.Matcher}: {(result.Matched ? "matched" : "differs")}";
            foreach (var line in result.Differences.Take(MaxDifferences).SelectMany(difference => Format(difference, result.Matcher)))
            {
                yield return $"       {line}";
            }

            if (result.Differences.Count > MaxDifferences)
            {
                yield return $"       and {result.Differences.Count - MaxDifferences} more";
            }
        }
    }

    private static string[] Format(RequestDifference difference, string matcher)
    {
        var live = $"live {FormatValue(difference, difference.Live)}";
        var recorded = $"recorded {FormatValue(difference, difference.Recorded)}";
        var isShort = difference.Place.Length + live.Length + recorded.Length <= MaxLineLength;
        return (difference.Place == matcher, isShort) switch
        {
            (true, true) => [$"{live}, {recorded}"],
            (true, false) => [live, recorded],
            (false, true) => [$"{difference.Place}: {live}, {recorded}"],
            (false, false) => [$"{difference.Place}:", $"  {live}", $"  {recorded}"],
        };
    }

    // JSON, and descriptions of bytes, are shown without quotes.
    private static string FormatValue(RequestDifference difference, string? value) =>
        value is null ? "nothing"
        : difference.Place.StartsWith('$') || difference.Place is "order" or Refusal.SecretPlace
            || difference.Place.EndsWith("body", StringComparison.Ordinal) ? value
        : $"'{value}'";
}
