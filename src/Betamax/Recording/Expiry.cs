using Betamax.Recording.Modes;

namespace Betamax.Recording;

/// <summary>Whether a cassette has expired, and what follows.</summary>
internal static class Expiry
{
    /// <summary>Whether the cassette has expired and that has a consequence. In the mode None, nothing is recorded again.</summary>
    public static bool Applies(RecordMode mode, Cassette cassette, CassetteOptions options) =>
        options.ReRecordInterval is { } interval
        && (mode is RecordMode.Once or RecordMode.NewEpisodes || (mode == RecordMode.None && options.OnExpired != ExpiryAction.ReRecord))
        && FindOldest(cassette) is { } oldest
        && options.TimeProvider.GetUtcNow() - oldest > interval;

    /// <summary>Warns of an expired cassette or throws, as its options say.</summary>
    /// <returns>The state in which the cassette is used.</returns>
    /// <exception cref="BetamaxException">The options ask for an error.</exception>
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
                    Record it again with {RecordModeVariable.Name}=rewrite, or change {nameof(CassetteOptions.ReRecordInterval)} or {nameof(CassetteOptions.OnExpired)}.
                    """);
            case ExpiryAction.WarnAndPlay:
                options.Warn(finding);
                return CassetteState.Complete;
            default:
                return CassetteState.Outdated;
        }
    }

    /// <summary>When the oldest interaction was recorded; <see langword="null"/> if none of them says.</summary>
    private static DateTimeOffset? FindOldest(Cassette cassette) => cassette.Interactions.Min(interaction => interaction.RecordedAt);
}
