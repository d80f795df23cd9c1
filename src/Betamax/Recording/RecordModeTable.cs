namespace Betamax.Recording;

internal enum RequestAction
{
    Play,
    Record,
    Refuse,
}

/// <summary>The rules of the record modes: what happens to a request.</summary>
internal static class RecordModeTable
{
    public static RequestAction Decide(RecordMode mode, CassetteState state, bool matched) => (mode, state, matched) switch
    {
        (RecordMode.None, _, _) => matched ? RequestAction.Play : RequestAction.Refuse,
        (RecordMode.All or RecordMode.Rewrite, _, _) => RequestAction.Record,
        (_, CassetteState.Missing or CassetteState.Outdated, _) => RequestAction.Record,
        (_, _, true) => RequestAction.Play,
        (RecordMode.NewEpisodes, _, false) => RequestAction.Record,
        (_, CassetteState.Unfinished, false) => RequestAction.Record,
        _ => RequestAction.Refuse,
    };

    /// <summary>Whether anything is ever played.</summary>
    public static bool Plays(RecordMode mode, CassetteState state) => Decide(mode, state, matched: true) == RequestAction.Play;

    /// <summary>Whether a request that matches nothing is recorded.</summary>
    public static bool Records(RecordMode mode, CassetteState state) => Decide(mode, state, matched: false) == RequestAction.Record;
}
