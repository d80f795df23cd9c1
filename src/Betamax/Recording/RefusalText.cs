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
        IReadOnlyList<NearRecording> nearest) =>
        string.Join('\n',
        [
            $"No recording can be played for {request.Method} {request.Uri}",
            $"  cassette: {cassettePath}",
            $"  mode:     {recordMode}",
            $"  matchers: {string.Join(", ", matchers.Select(matcher => matcher.Name))}",
            "",
            .. Why(interactions, usedUp, nearest),
            "",
            .. WhatToDo(usedUp, nearest),
        ]);

    private static IEnumerable<string> Why(int interactions, IReadOnlyList<int> usedUp, IReadOnlyList<NearRecording> nearest) =>
        interactions == 0 ? ["The cassette is empty."]
        : usedUp.Count > 0 ? [$"Every recording that matches has been played already: {string.Join(", ", usedUp.Select(index => $"#{index}"))}."]
        : ["No recording matches. The nearest:", .. nearest.SelectMany(Describe)];

    private static IEnumerable<string> Describe(NearRecording recording) =>
    [
        $"  #{recording.Index} {recording.Request.Method} {recording.Request.Uri}",
        .. recording.Results.SelectMany<MatcherResult, string>(result =>
        [
            $"     {result.Matcher}: {(result.Matched ? "matched" : "differs")}",
            .. result.Differences.Select(difference =>
                $"       {difference.Where}: asked {Shown(difference.Asked)}, recorded {Shown(difference.Recorded)}"),
        ]),
    ];

    private static IEnumerable<string> WhatToDo(IReadOnlyList<int> usedUp, IReadOnlyList<NearRecording> nearest)
    {
        yield return "What to do:";
        if (usedUp.Count > 0)
        {
            yield return $"  - to play the last of them again: {nameof(CassetteOptions.AllowPlaybackRepeats)} = true";
        }
        else if (nearest is [var first, ..])
        {
            var differing = string.Join(" and ", first.Results.Where(result => !result.Matched).Select(result => result.Matcher));
            yield return $"  - to accept #{first.Index}: leave {differing} out of {nameof(CassetteOptions.MatchRequestsOn)}, or refine it";
        }

        yield return $"  - to record it behind the others: {nameof(RecordMode)}.{nameof(RecordMode.NewEpisodes)}, or {RecordModeVariable.Name}=new_episodes";
        yield return $"  - to record the whole cassette anew: {nameof(RecordMode)}.{nameof(RecordMode.All)}, or {RecordModeVariable.Name}=all";
    }

    private static string Shown(string? value) => value is null ? "nothing" : $"'{value}'";
}
