namespace Betamax;

/// <summary>What to do with a cassette that is older than <see cref="CassetteOptions.ReRecordInterval"/>.</summary>
public enum ExpiryAction
{
    /// <summary>
    /// The default: record it again. The old cassette is replaced at eject, and only if every response was read to its end.
    /// </summary>
    ReRecord,

    /// <summary>Play it all the same, with a warning to <see cref="CassetteOptions.Warn"/>.</summary>
    WarnAndPlay,

    /// <summary>Throw a <see cref="BetamaxException"/> when the cassette is opened.</summary>
    Fail,
}
