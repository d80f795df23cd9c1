using Betamax.Recording.Modes;

namespace Betamax.Recording.Refusals;

/// <summary>What can be done about a refused request, each where it would help.</summary>
internal static class RefusalRemedies
{
    public static IEnumerable<string> For(Refusal refusal) => [.. ToPlay(refusal), .. ToRecord(refusal)];

    private static IEnumerable<string> ToPlay(Refusal refusal)
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
            return [$"  - to have a recording played: let BeforePlayback return it"];
        }

        // One that was played already would need a repeat as well, and what another method asks for has another answer.
        return refusal.Nearest.FirstOrDefault(near => !refusal.PlayedFor.ContainsKey(near.Index)) is { } near
            && near.Results.All(result => result.Matched || result.Matcher != RequestMatchers.Method.Name)
                ? ToPlay(near)
                : [];
    }

    private static IEnumerable<string> ToPlay(NearestRecording near)
    {
        var differing = near.Results.Where(result => !result.Matched).ToLookup(HasOtherSecret);
        if (differing[true].Any())
        {
            yield return $"  - to have #{near.Index} played whatever the secret: put {Redaction.Replacement} in its place in the cassette";
        }

        if (differing[false].Any())
        {
            yield return $"  - to have #{near.Index} played, change MatchRequestsOn:";
        }

        foreach (var result in differing[false])
        {
            yield return $"      {Replacement(result)}";
        }
    }

    private static bool HasOtherSecret(MatcherResult result) =>
        result.Differences.Any(difference => difference.Place == Refusal.SecretPlace);

    private static IEnumerable<string> ToRecord(Refusal refusal)
    {
        var isEmpty = refusal.Recordings.Count == 0;
        var behind = isEmpty ? "" : " behind the others";
        var option = refusal.ModeIsFromVariable
            ? ""
            : $",\n    or set RecordMode = {nameof(RecordMode)}.{nameof(RecordMode.NewEpisodes)}";
        yield return $"  - to record it{behind}: run once with {RecordModeVariable.Name}=new_episodes{option}";
        if (!isEmpty)
        {
            yield return $"  - to record the cassette from scratch: delete it and run once with {RecordModeVariable.Name}=once";
        }

        if (refusal.RecordMode == RecordMode.None)
        {
            yield return
                $"The mode {nameof(RecordMode.None)} never asks the server: record where it can be reached, and commit the cassette.";
        }
    }

    private static string Replacement(MatcherResult result) =>
        result.Remedy?.Text
        ?? $"another matcher in place of {result.Matcher} ({nameof(RequestMatchers)}.{nameof(RequestMatchers.Create)} makes one)";
}
