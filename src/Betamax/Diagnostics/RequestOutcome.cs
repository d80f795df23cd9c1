namespace Betamax;

/// <summary>What became of a request that came to a recorder's handler.</summary>
public enum RequestOutcome
{
    /// <summary>It was answered from the tape.</summary>
    Played,

    /// <summary>It was sent, and it and its whole response are on the tape.</summary>
    Recorded,

    /// <summary>It was neither sent nor answered; its caller got an exception.</summary>
    Refused,

    /// <summary>It was sent past the tape: it is ignored, a hook dropped it, or there was no recorder.</summary>
    Passed,

    /// <summary>It was sent to be recorded, but is not on the tape: it failed, or its response was not read to the end.</summary>
    NotRecorded,
}
