namespace Betamax.Recording;

internal enum Verdict
{
    Play,
    Record,
    Refuse,
}

/// <summary>What becomes of a request: the whole table of the record modes, and nothing else.</summary>
internal static class Decision
{
    public static Verdict For(RecordMode mode, CassetteState tape, bool matched) => (mode, tape, matched) switch
    {
        (RecordMode.None, _, _) => matched ? Verdict.Play : Verdict.Refuse,
        (RecordMode.All, _, _) => Verdict.Record,
        (_, CassetteState.Missing or CassetteState.Outdated, _) => Verdict.Record,
        (_, _, true) => Verdict.Play,
        (RecordMode.NewEpisodes, _, false) => Verdict.Record,
        (_, CassetteState.Unfinished, false) => Verdict.Record,
        _ => Verdict.Refuse,
    };

    /// <summary>Whether anything is ever played.</summary>
    public static bool Plays(RecordMode mode, CassetteState tape) => For(mode, tape, matched: true) == Verdict.Play;

    /// <summary>Whether a request that matches nothing is recorded.</summary>
    public static bool Records(RecordMode mode, CassetteState tape) => For(mode, tape, matched: false) == Verdict.Record;
}
