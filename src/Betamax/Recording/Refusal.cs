using Betamax.Matching;
using Betamax.Secrets;

namespace Betamax.Recording;

/// <summary>Why a request is refused: what was looked for where, and what came near.</summary>
internal static class Refusal
{
    public static UnhandledRequestException Of(
        IReadOnlyList<RecordedRequest> spellings,
        Tape tape,
        Masking masking,
        string path,
        RecordMode mode,
        IReadOnlyList<RequestMatcher> matchers)
    {
        // Both sides as they stand on the tape: no secret gets into a message.
        var shown = masking.ToTape(spellings[0]);
        var usedUp = tape.UsedUpFor(spellings);
        var recordings = tape.Playable.Select(interaction => interaction is null ? null : masking.ToTape(interaction.Request)).ToList();
        var nearest = usedUp.Count > 0 ? [] : NearestRecordings.Find([shown], recordings, matchers);
        return new(shown, path, mode, matchers, recordings.Count, usedUp, nearest);
    }
}
