namespace Betamax.Recording;

/// <summary>How complete a cassette was when it was opened.</summary>
internal enum CassetteState
{
    /// <summary>No cassette, or one of 0 bytes.</summary>
    Missing,

    /// <summary>The beginning of a cassette: the run that recorded it for the first time ended without saving.</summary>
    Unfinished,

    /// <summary>A whole cassette.</summary>
    Complete,

    /// <summary>A cassette that will be recorded again as a whole: it has expired, or the mode is <see cref="RecordMode.Rewrite"/>.</summary>
    Outdated,
}
