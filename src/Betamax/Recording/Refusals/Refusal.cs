using Betamax.Matching;
using Betamax.Secrets;

namespace Betamax.Recording.Refusals;

/// <summary>
/// Why a request is refused: what was looked for where, and what came near. All of it as it stands on the tape, so that no
/// secret gets into a message.
/// </summary>
/// <param name="Request">The request.</param>
/// <param name="CassettePath">The full path of the cassette.</param>
/// <param name="RecordMode">The mode in force.</param>
/// <param name="ModeIsFromVariable">Whether the environment variable set it, so that no option can change it.</param>
/// <param name="Matchers">The names of the matchers.</param>
/// <param name="Recordings">The recorded requests, by position; <see langword="null"/> = dropped before playback.</param>
/// <param name="PlayedFor">The number of the request for which a recording was played, by position.</param>
/// <param name="UsedUp">What matches but was played already.</param>
/// <param name="Nearest">What came nearest; empty where some match.</param>
internal sealed record Refusal(
    RecordedRequest Request,
    string CassettePath,
    RecordMode RecordMode,
    bool ModeIsFromVariable,
    IReadOnlyList<string> Matchers,
    IReadOnlyList<RecordedRequest?> Recordings,
    IReadOnlyDictionary<int, int> PlayedFor,
    IReadOnlyList<UsedRecording> UsedUp,
    IReadOnlyList<NearestRecording> Nearest)
{
    /// <summary>The place of a difference that cannot be shown.</summary>
    public const string SecretPlace = "a secret, not shown here";

    public static Refusal Of(
        IReadOnlyList<RecordedRequest> spellings,
        Tape tape,
        Masking masking,
        string path,
        RecordMode mode,
        bool modeIsFromVariable,
        IReadOnlyList<RequestMatcher> matchers)
    {
        var shown = masking.ToTape(spellings[0]);
        var recordings = tape.Playable.Select(interaction => interaction is null ? null : masking.ToTape(interaction.Request)).ToList();
        var usedPositions = tape.UsedUpFor(spellings);
        var playedFor = tape.PlayedFor;
        var usedUp = usedPositions.Select(position => new UsedRecording(position, playedFor[position])).ToList();
        var nearest = usedUp.Count > 0 ? [] : NearestRecordings.Find(shown, recordings, matchers);
        return new(
            shown, path, mode, modeIsFromVariable, [.. matchers.Select(matcher => matcher.Name)], recordings, playedFor, usedUp,
            [.. nearest.Select(near => WithHiddenDifferences(near, spellings, tape.Playable[near.Index]!.Request, matchers))]);
    }

    // What may be shown of two requests can be equal where they are not: on a tape that was recorded without redaction.
    private static NearestRecording WithHiddenDifferences(
        NearestRecording near,
        IReadOnlyList<RecordedRequest> spellings,
        RecordedRequest recorded,
        IReadOnlyList<RequestMatcher> matchers) =>
        near with
        {
            Results =
            [
                .. near.Results.Zip(matchers, (result, matcher) =>
                    result.Matched && !spellings.Any(spelling => matcher.Matches(spelling, recorded))
                        ? new(result.Matcher, false, [new(SecretPlace, Redaction.Mark, Redaction.Mark)])
                    : result.Remedy is { } remedy && !spellings.Any(spelling => remedy.LeadsToMatch(spelling, recorded))
                        ? result with { Remedy = null }
                    : result),
            ],
        };
}
