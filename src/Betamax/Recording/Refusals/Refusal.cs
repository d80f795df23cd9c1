using Betamax.Matching;
using Betamax.Secrets;

namespace Betamax.Recording.Refusals;

/// <summary>
/// Why a request was refused: the request, the cassette, and the nearest recordings. All secrets are hidden.
/// </summary>
/// <param name="Request">The request.</param>
/// <param name="CassettePath">The full path of the cassette.</param>
/// <param name="RecordMode">The mode in force.</param>
/// <param name="ModeIsFromVariable">Whether the environment variable set the mode. Options cannot change it then.</param>
/// <param name="Matchers">The names of the matchers.</param>
/// <param name="Recordings">The recorded requests, by position; null = dropped before playback.</param>
/// <param name="PlayedFor">The number of the request for which each recording was played, by position.</param>
/// <param name="UsedUp">The recordings that match but have already been played.</param>
/// <param name="Nearest">The nearest recordings; empty if any recording matches.</param>
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
    /// <summary>Stands for the place of a difference that must not be shown.</summary>
    public const string SecretPlace = "a secret, not shown here";

    /// <param name="variants">The live request, as sent and as redacted.</param>
    /// <param name="playable">The recordings as they are played; null = dropped before playback.</param>
    /// <param name="usedUp">The positions of the recordings that match but have already been played.</param>
    /// <param name="playedFor">The number of the request for which each recording was played, by position.</param>
    /// <param name="secrets">Hides secrets in what is shown.</param>
    /// <param name="cassettePath">The full path of the cassette.</param>
    /// <param name="mode">The mode in force.</param>
    /// <param name="modeIsFromVariable">Whether the environment variable set the mode.</param>
    /// <param name="matchers">The cassette's matchers.</param>
    public static Refusal Create(
        IReadOnlyList<RecordedRequest> variants,
        IReadOnlyList<Interaction?> playable,
        IReadOnlyList<int> usedUp,
        IReadOnlyDictionary<int, int> playedFor,
        SecretFilter secrets,
        string cassettePath,
        RecordMode mode,
        bool modeIsFromVariable,
        IReadOnlyList<RequestMatcher> matchers)
    {
        var shown = secrets.Hide(variants[0]);
        var recordings = playable.Select(interaction => interaction is null ? null : secrets.Hide(interaction.Request)).ToList();
        var nearest = usedUp.Count > 0 ? [] : NearestRecordings.Find(shown, recordings, matchers);
        return new(
            shown,
            cassettePath,
            mode,
            modeIsFromVariable,
            [.. matchers.Select(matcher => matcher.Name)],
            recordings,
            playedFor,
            [.. usedUp.Select(position => new UsedRecording(position, playedFor[position]))],
            [.. nearest.Select(near => AddHiddenDifferences(near, variants, playable[near.Index]!.Request, matchers))]);
    }

    // On a cassette that was recorded without redaction, two requests may differ only in secrets. With secrets hidden they look
    // equal.
    private static NearestRecording AddHiddenDifferences(
        NearestRecording near,
        IReadOnlyList<RecordedRequest> variants,
        RecordedRequest recorded,
        IReadOnlyList<RequestMatcher> matchers) =>
        near with
        {
            Results =
            [
                .. near.Results.Zip(matchers, (result, matcher) =>
                    result.Matched && !variants.Any(variant => matcher.Matches(variant, recorded))
                        ? new(result.Matcher, false, [new(SecretPlace, Redaction.Replacement, Redaction.Replacement)])
                    : result.Remedy is { } remedy && !variants.Any(variant => remedy.LeadsToMatch(variant, recorded))
                        ? result with { Remedy = null }
                    : result),
            ],
        };
}
