using Betamax.Recording.Modes;

namespace Betamax.Recording.Refusals;

/// <summary>What a refused request says for itself.</summary>
internal static class RefusalText
{
    private const int LongestLine = 90;
    private const int LongestUri = 1000;

    /// <summary>How many differences from one recording are told; the exception's data has them all.</summary>
    private const int MostDifferences = 8;

    public static string Of(Refusal refusal) => string.Join('\n',
    [
        $"No recording can be played for {Line(refusal.Request)}",
        $"  cassette: {refusal.CassettePath}",
        $"  mode:     {refusal.RecordMode}{(refusal.ModeIsFromVariable ? $", set by {RecordModeVariable.Name}" : "")}",
        $"  matchers: {string.Join(", ", refusal.Matchers)}",
        "",
        .. Why(refusal),
        "",
        "What to do, unless the request itself is wrong:",
        .. RefusalRemedies.For(refusal),
    ]);

    private static string Line(RecordedRequest request) =>
        request.Uri.Length <= LongestUri ? $"{request.Method} {request.Uri}"
        : $"{request.Method} {request.Uri[..LongestUri]}… ({request.Uri.Length} characters)";

    private static string[] Why(Refusal refusal)
    {
        var count = refusal.Recordings.Count;
        var dropped = refusal.Recordings.Count(recording => recording is null);
        string[] note = dropped == 0 ? []
            : [$"BeforePlayback has dropped {(dropped == count ? "all" : dropped)} of its recordings."];
        return count == 0 ? ["The cassette is empty."]
            : refusal.UsedUp is { Count: > 0 } usedUp
                ? [UsedUp(usedUp.Count), .. usedUp.SelectMany(used => Head(used.Index, refusal)), .. note]
            : refusal.Nearest is { Count: > 0 } nearest
                ? [NoMatch(count), .. nearest.SelectMany(near => Describe(near, refusal)), .. note]
            : note;
    }

    private static string UsedUp(int count) => count == 1
        ? "The one recording that matches has been played already:"
        : $"The {count} recordings that match have all been played already:";

    private static string NoMatch(int count) => count switch
    {
        1 => "Its one recording does not match:",
        2 => "Neither of its recordings, #0 and #1, matches:",
        _ => $"None of its {count} recordings, #0 to #{count - 1}, matches. The nearest:",
    };

    private static IEnumerable<string> Head(int index, Refusal refusal)
    {
        yield return $"  #{index} {Line(refusal.Recordings[index]!)}";
        if (refusal.PlayedFor.TryGetValue(index, out var request))
        {
            yield return $"     was played for request {request} of this run";
        }
    }

    private static IEnumerable<string> Describe(NearestRecording near, Refusal refusal)
    {
        foreach (var line in Head(near.Index, refusal))
        {
            yield return line;
        }

        foreach (var result in near.Results)
        {
            yield return $"     {result.Matcher}: {(result.Matched ? "matched" : "differs")}";
            foreach (var line in result.Differences.Take(MostDifferences).SelectMany(difference => Describe(difference, result.Matcher)))
            {
                yield return $"       {line}";
            }

            if (result.Differences.Count > MostDifferences)
            {
                yield return $"       and {result.Differences.Count - MostDifferences} more";
            }
        }
    }

    private static string[] Describe(RequestDifference difference, string matcher)
    {
        var live = $"live {Shown(difference, difference.Live)}";
        var recorded = $"recorded {Shown(difference, difference.Recorded)}";
        var isShort = difference.Place.Length + live.Length + recorded.Length <= LongestLine;
        return (difference.Place == matcher, isShort) switch
        {
            (true, true) => [$"{live}, {recorded}"],
            (true, false) => [live, recorded],
            (false, true) => [$"{difference.Place}: {live}, {recorded}"],
            (false, false) => [$"{difference.Place}:", $"  {live}", $"  {recorded}"],
        };
    }

    // JSON and descriptions of bytes are no texts to put between quotes.
    private static string Shown(RequestDifference difference, string? value) =>
        value is null ? "nothing"
        : difference.Place.StartsWith('$') || difference.Place is "order" or Refusal.SecretPlace
            || difference.Place.EndsWith("body", StringComparison.Ordinal) ? value
        : $"'{value}'";
}
