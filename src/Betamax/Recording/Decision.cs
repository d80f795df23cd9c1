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
    public static Verdict Decide(RecordMode mode, CassetteState state, bool matched) => (mode, state, matched) switch
    {
        (RecordMode.None, _, _) => matched ? Verdict.Play : Verdict.Refuse,
        (RecordMode.All or RecordMode.Rewrite, _, _) => Verdict.Record,
        (_, CassetteState.Missing or CassetteState.Outdated, _) => Verdict.Record,
        (_, _, true) => Verdict.Play,
        (RecordMode.NewEpisodes, _, false) => Verdict.Record,
        (_, CassetteState.Unfinished, false) => Verdict.Record,
        _ => Verdict.Refuse,
    };

    /// <summary>Whether anything is ever played.</summary>
    public static bool Plays(RecordMode mode, CassetteState state) => Decide(mode, state, matched: true) == Verdict.Play;

    /// <summary>Whether a request that matches nothing is recorded.</summary>
    public static bool Records(RecordMode mode, CassetteState state) => Decide(mode, state, matched: false) == Verdict.Record;
}
