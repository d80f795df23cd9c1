namespace Betamax;

/// <summary>What became of a request that a recorder's handler was given.</summary>
public enum RequestOutcome
{
    /// <summary>It was answered from the cassette.</summary>
    Played,

    /// <summary>It was sent, and is recorded with its whole response.</summary>
    Recorded,

    /// <summary>It was neither sent nor answered; its caller got an exception.</summary>
    Refused,

    /// <summary>It was sent and bypassed the cassette: it is ignored, a hook dropped it, or no recorder was current.</summary>
    Passed,

    /// <summary>
    /// It was sent but is not recorded: it failed, its response was not read to the end or is too large, or a hook threw.
    /// </summary>
    NotRecorded,
}
