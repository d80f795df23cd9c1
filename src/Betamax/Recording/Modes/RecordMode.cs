namespace Betamax;

/// <summary>When a cassette is recorded and when it is played. A file of 0 bytes counts as a missing cassette.</summary>
public enum RecordMode
{
    /// <summary>
    /// The default. A missing cassette is recorded. From an existing one each recording is played once, and other requests are
    /// refused.
    /// </summary>
    Once,

    /// <summary>Recordings that match are played. Other requests are sent, and appended to the cassette.</summary>
    NewEpisodes,

    /// <summary>Recordings are played, and the network is never used. A missing cassette is an error.</summary>
    None,

    /// <summary>
    /// Nothing is played: every request is sent and recorded. On eject each new recording replaces the first old one that it
    /// matches and that has not been replaced yet. Other old recordings stay, and other new ones are appended.
    /// </summary>
    All,

    /// <summary>
    /// Nothing is played, every request is sent and recorded. On eject the cassette holds what this run recorded and nothing
    /// else. A run that records nothing, is killed or discarded, or leaves a request unfinished keeps the old cassette. When the
    /// cassette is opened again in the same process, the new recordings are added to those that the process has saved.
    /// </summary>
    Rewrite,
}
