using Betamax.Recording.Modes;

namespace Betamax.Recording;

/// <summary>Decides whether a cassette has expired, and what happens then.</summary>
internal static class Expiry
{
    /// <summary>Whether the cassette has expired and that has a consequence. In the mode None, nothing is recorded again.</summary>
    public static bool HasExpired(RecordMode mode, Cassette cassette, CassetteOptions options) =>
        options.ReRecordInterval is { } interval
        && (mode is RecordMode.Once or RecordMode.NewEpisodes || (mode == RecordMode.None && options.OnExpired != ExpiryAction.ReRecord))
        && FindOldest(cassette) is { } oldest
        && options.TimeProvider.GetUtcNow() - oldest > interval;

    /// <summary>Warns about an expired cassette or throws, as its options say.</summary>
    /// <returns>The state in which the cassette is used.</returns>
    /// <exception cref="BetamaxException"><see cref="CassetteOptions.OnExpired"/> is <see cref="ExpiryAction.Fail"/>.</exception>
    public static CassetteState Apply(CassetteOptions options, Cassette cassette, string path)
    {
        var finding = $"""
            The cassette is older than its re-record interval of {options.ReRecordInterval}: its oldest interaction was recorded at {FindOldest(cassette):u}.
              file: {path}
            """;
        switch (options.OnExpired)
        {
            case ExpiryAction.Fail:
                throw new BetamaxException($"""
                    {finding}
                    Run once with {RecordModeVariable.Name}=rewrite to record it again, or change {nameof(CassetteOptions.ReRecordInterval)} or {nameof(CassetteOptions.OnExpired)}.
                    """);
            case ExpiryAction.WarnAndPlay:
                options.Warn($"""
                    {finding}
                    It is played all the same. To record it again, run once with {RecordModeVariable.Name}=rewrite.
                    """);
                return CassetteState.Complete;
            default:
                return CassetteState.Outdated;
        }
    }

    /// <summary>When the oldest interaction was recorded; <see langword="null"/> if no interaction has a date.</summary>
    private static DateTimeOffset? FindOldest(Cassette cassette) => cassette.Interactions.Min(interaction => interaction.RecordedAt);
}
