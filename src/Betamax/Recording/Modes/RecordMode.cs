namespace Betamax;

/// <summary>When a cassette is recorded and when it is played. A cassette is missing when there is no file, or one of 0 bytes.</summary>
public enum RecordMode
{
    /// <summary>
    /// The default. A missing cassette is recorded; from one that exists each recording is played once, and a request
    /// that it does not hold is refused.
    /// </summary>
    Once,

    /// <summary>Recordings that match are played; a request without one is sent and recorded behind them.</summary>
    NewEpisodes,

    /// <summary>Recordings are played and the network is never touched. A missing cassette is an error.</summary>
    None,

    /// <summary>
    /// Nothing is played, every request is sent and recorded. On eject each new recording takes the place of the old one
    /// that it matches, and the other old ones stay where they are.
    /// </summary>
    All,

    /// <summary>
    /// Nothing is played, every request is sent and recorded. On eject the cassette holds what this run recorded and nothing
    /// else. A run that records nothing, is killed or discarded, or leaves a request unfinished keeps the old cassette. When the
    /// cassette is opened again in the same process, the new recordings are added to those that the process has saved.
    /// </summary>
    Rewrite,
}
