namespace Betamax;

/// <summary>What happened to a request that was sent through a recorder's handler.</summary>
public enum RequestOutcome
{
    /// <summary>Its response was played from the cassette.</summary>
    Played,

    /// <summary>It was sent and recorded, with its whole response.</summary>
    Recorded,

    /// <summary>It was not sent, and no recording was played. The caller got an exception.</summary>
    Refused,

    /// <summary>It was sent but bypassed the cassette: it is ignored, a hook dropped it, or there was no recorder.</summary>
    Passed,

    /// <summary>
    /// It was sent but is not recorded: it failed, its response was not read to the end or is too large, or a hook threw.
    /// </summary>
    NotRecorded,
}
