namespace Betamax.Recording;

internal enum Verdict
{
    Play,
    Record,
    Refuse,
}

/// <summary>The table of the record modes: what becomes of a request.</summary>
internal static class Decision
{
    public static Verdict Decide(RecordMode mode, TapeState tape, bool matched) => (mode, tape, matched) switch
    {
        (RecordMode.None, _, _) => matched ? Verdict.Play : Verdict.Refuse,
        (RecordMode.All, _, _) => Verdict.Record,
        (_, TapeState.Missing or TapeState.Outdated, _) => Verdict.Record,
        (_, _, true) => Verdict.Play,
        (RecordMode.NewEpisodes, _, false) => Verdict.Record,
        (_, TapeState.Unfinished, false) => Verdict.Record,
        _ => Verdict.Refuse,
    };

    /// <summary>Whether anything is ever played.</summary>
    public static bool Plays(RecordMode mode, TapeState tape) => Decide(mode, tape, matched: true) == Verdict.Play;

    /// <summary>Whether a request that matches nothing is recorded.</summary>
    public static bool Records(RecordMode mode, TapeState tape) => Decide(mode, tape, matched: false) == Verdict.Record;
}
