namespace Betamax;

/// <summary>What to do with a cassette that is older than <see cref="CassetteOptions.ReRecordInterval"/>.</summary>
public enum ExpiryAction
{
    /// <summary>The default: record it anew. The old cassette is replaced when the new one is ejected, not before.</summary>
    ReRecord,

    /// <summary>Play it all the same, and say so through <see cref="CassetteOptions.Warn"/>.</summary>
    WarnAndPlay,

    /// <summary>Throw a <see cref="BetamaxException"/> when the cassette is put in.</summary>
    Fail,
}
