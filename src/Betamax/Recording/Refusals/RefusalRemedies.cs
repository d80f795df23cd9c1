using Betamax.Recording.Modes;

namespace Betamax.Recording.Refusals;

/// <summary>What can be done about a refused request, each where it would help.</summary>
internal static class RefusalRemedies
{
    private const string Matcher = nameof(RequestMatchers) + ".";

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
                ? ToPlay(near, refusal.Request)
                : [];
    }

    private static IEnumerable<string> ToPlay(NearRecording near, RecordedRequest request)
    {
        var differing = near.Results.Where(result => !result.Matched).ToLookup(HasOtherSecret);
        if (differing[true].Any())
        {
            yield return $"  - to have #{near.Index} played whatever the secret: put {Redaction.Mark} in its place in the cassette";
        }

        if (differing[false].Any())
        {
            yield return $"  - to have #{near.Index} played, change MatchRequestsOn:";
        }

        foreach (var result in differing[false])
        {
            yield return $"      {Relaxation(result, request)}";
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

    private static string Relaxation(MatcherResult result, RecordedRequest request)
    {
        var places = result.Differences.Select(difference => difference.Place).ToList();
        return result.Matcher switch
        {
            "uri" when places.TrueForAll(place => place is "scheme" or "user info" or "host" or "port") =>
                $"{Matcher}Path and {Matcher}Query in place of {Matcher}Uri",
            "uri" when places.TrueForAll(place => place.StartsWith("query '", StringComparison.Ordinal)) =>
                $"{Matcher}Host and {Matcher}Path in place of {Matcher}Uri",
            "uri" => $"a matcher of your own ({Matcher}Create) in place of {Matcher}Uri",
            "headers" => $"{Matcher}Headers.Only(…), without {string.Join(" and ", places)}",
            "body" => $"{InPlaceOfBody(request)} in place of {Matcher}Body",
            "json-body" when places.TrueForAll(IsBelowRoot) => $"{Matcher}JsonBody.Ignoring({Paths(places)})",
            _ => $"leave {result.Matcher} out, or put a matcher of your own ({Matcher}Create) in its place",
        };
    }

    private static string InPlaceOfBody(RecordedRequest request) => (request.Headers.First("Content-Type") ?? "") switch
    {
        var type when type.Contains("json", StringComparison.OrdinalIgnoreCase) => $"{Matcher}JsonBody",
        var type when type.Contains("form-urlencoded", StringComparison.OrdinalIgnoreCase) => $"{Matcher}FormUrlEncodedBody",
        var type when type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) => $"{Matcher}MultipartFormDataBody",
        _ => $"a matcher of your own ({Matcher}Create)",
    };

    private static bool IsBelowRoot(string place) => place.Length > 1 && place[0] == '$';

    private static string Paths(List<string> places) =>
        string.Join(", ", places.Take(3).Select(place => $"\"{place}\"")) + (places.Count > 3 ? ", …" : "");
}
