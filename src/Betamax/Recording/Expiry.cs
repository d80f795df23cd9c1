namespace Betamax.Recording;

/// <summary>Whether a cassette has grown too old, and what follows from it.</summary>
internal static class Expiry
{
    /// <summary>When the oldest interaction was recorded; <see langword="null"/> where none of them says.</summary>
    public static DateTimeOffset? OldestOf(Cassette cassette) =>
        cassette.Interactions.Min(interaction => interaction.RecordedAt);

    public static bool Applies(RecordMode mode, Cassette cassette, TimeSpan? interval, DateTimeOffset now) =>
        interval is not null
        && mode is RecordMode.Once or RecordMode.NewEpisodes
        && OldestOf(cassette) is { } oldest
        && now - oldest > interval;

    /// <summary>The state of an expired cassette, after the warning or the error that was asked for.</summary>
    public static TapeState Consequence(CassetteOptions options, Cassette cassette, string path)
    {
        var finding = $"""
            The cassette is older than its re-record interval of {options.ReRecordInterval}: its oldest interaction was recorded at {OldestOf(cassette):u}.
              file: {path}
            """;
        switch (options.OnExpired)
        {
            case ExpiryAction.Fail:
                throw new BetamaxException($"""
                    {finding}
                    Record it anew with {RecordModeVariable.Name}=all, or change {nameof(CassetteOptions.ReRecordInterval)} or {nameof(CassetteOptions.OnExpired)}.
                    """);
            case ExpiryAction.WarnAndPlay:
                options.Warn(finding);
                return TapeState.Complete;
            default:
                return TapeState.Outdated;
        }
    }
}
