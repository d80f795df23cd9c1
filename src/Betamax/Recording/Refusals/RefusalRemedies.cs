using Betamax.Recording.Modes;

namespace Betamax.Recording.Refusals;

/// <summary>Suggests what to do about a refused request. Only what would help is suggested.</summary>
internal static class RefusalRemedies
{
    public static IEnumerable<string> Suggest(Refusal refusal) => [.. SuggestPlaying(refusal), .. SuggestRecording(refusal)];

    private static IEnumerable<string> SuggestPlaying(Refusal refusal)
    {
        if (refusal.UsedUp.Count > 0)
        {
            return
            [
                $"  - to play {(refusal.UsedUp.Count == 1 ? "it" : "the last of them")} again: "
                + "AllowPlaybackRepeats = true",
            ];
        }

        if (refusal.Recordings.Count > 0 && refusal.Recordings.All(recording => recording is null))
        {
            return ["  - to play a recording: return it from BeforePlayback"];
        }

        // Not for a recording that was played already: it would have to be repeated too. Not for another method: its response
        // would be wrong.
        return refusal.Nearest.FirstOrDefault(near => !refusal.PlayedFor.ContainsKey(near.Index)) is { } near
            && near.Results.All(result => result.Matched || result.Matcher != RequestMatchers.Method.Name)
                ? SuggestPlaying(near)
                : [];
    }

    private static IEnumerable<string> SuggestPlaying(NearestRecording near)
    {
        var differing = near.Results.Where(result => !result.Matched).ToLookup(HasOtherSecret);
        if (differing[true].Any())
        {
            yield return $"  - to play #{near.Index} whatever the secret is: replace the secret by {Redaction.Replacement} in the cassette";
        }

        if (differing[false].Any())
        {
            yield return $"  - to play #{near.Index}, change MatchRequestsOn:";
        }

        foreach (var result in differing[false])
        {
            yield return $"      {SuggestMatcher(result)}";
        }
    }

    private static bool HasOtherSecret(MatcherResult result) =>
        result.Differences.Any(difference => difference.Place == Refusal.SecretPlace);

    private static IEnumerable<string> SuggestRecording(Refusal refusal)
    {
        var isEmpty = refusal.Recordings.Count == 0;
        var goal = isEmpty ? "record it" : "append it to the cassette";
        var option = refusal.ModeIsFromVariable
            ? ""
            : $",\n    or set RecordMode = {nameof(RecordMode)}.{nameof(RecordMode.NewEpisodes)}";
        yield return $"  - to {goal}: run once with {RecordModeVariable.Name}=new_episodes{option}";
        if (!isEmpty)
        {
            yield return $"  - to record the cassette from scratch: delete it and run once with {RecordModeVariable.Name}=once";
        }

        if (refusal.RecordMode == RecordMode.None)
        {
            yield return
                $"The mode {nameof(RecordMode.None)} never uses the network: record where the server can be reached, and commit the cassette.";
        }
    }

    private static string SuggestMatcher(MatcherResult result) =>
        result.Remedy?.Text
        ?? $"another matcher in place of {result.Matcher} ({nameof(RequestMatchers)}.{nameof(RequestMatchers.Create)} makes one)";
}
