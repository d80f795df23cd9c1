using System.Text;

namespace Betamax.Recording;

/// <summary>What a refused request says for itself.</summary>
internal static class RefusalText
{
    public static string Of(
        RecordedRequest request,
        string cassettePath,
        RecordMode recordMode,
        IReadOnlyList<RequestMatcher> matchers,
        int interactions,
        IReadOnlyList<int> usedUp,
        IReadOnlyList<NearRecording> nearest)
    {
        var text = new StringBuilder();
        text.AppendLine($"No recording to play for {request.Method} {request.Uri}");
        text.AppendLine($"  cassette: {cassettePath}");
        text.AppendLine($"  mode:     {recordMode}");
        text.AppendLine($"  matchers: {string.Join(", ", matchers.Select(matcher => matcher.Name))}");
        text.AppendLine();
        if (usedUp.Count > 0)
        {
            text.AppendLine($"Every recording that matches has been played already: {string.Join(", ", usedUp.Select(index => $"#{index}"))}.");
        }
        else if (interactions == 0)
        {
            text.AppendLine("The cassette is empty.");
        }
        else
        {
            AppendNearest(text, nearest);
        }

        text.AppendLine();
        AppendRemedies(text, usedUp.Count > 0, nearest);
        return text.ToString().TrimEnd();
    }

    private static void AppendNearest(StringBuilder text, IReadOnlyList<NearRecording> nearest)
    {
        text.AppendLine("No recording matches. The nearest:");
        foreach (var recording in nearest)
        {
            text.AppendLine($"  #{recording.Index} {recording.Request.Method} {recording.Request.Uri}");
            foreach (var result in recording.Results)
            {
                text.AppendLine($"     {result.Matcher}: {(result.Matched ? "matched" : "differs")}");
                foreach (var difference in result.Differences)
                {
                    text.AppendLine($"       {difference.Where}: asked {Shown(difference.Asked)}, recorded {Shown(difference.Recorded)}");
                }
            }
        }
    }

    private static void AppendRemedies(
        StringBuilder text, bool usedUp, IReadOnlyList<NearRecording> nearest)
    {
        text.AppendLine("What to do:");
        if (usedUp)
        {
            text.AppendLine($"  - to play the last of them again: {nameof(CassetteOptions.AllowPlaybackRepeats)} = true");
        }
        else if (nearest is [var first, ..])
        {
            var differing = first.Results.Where(result => !result.Matched).Select(result => result.Matcher);
            text.AppendLine($"  - to accept #{first.Index}: leave {string.Join(" and ", differing)} out of {nameof(CassetteOptions.MatchRequestsOn)}, or refine it");
        }

        text.AppendLine($"  - to record it behind the others: {nameof(RecordMode)}.{nameof(RecordMode.NewEpisodes)}, or {RecordModeVariable.Name}=new_episodes");
        text.AppendLine($"  - to record the whole cassette anew: {nameof(RecordMode)}.{nameof(RecordMode.All)}, or {RecordModeVariable.Name}=all, or delete the file");
    }

    private static string Shown(string? value) => value is null ? "nothing" : $"'{value}'";
}
