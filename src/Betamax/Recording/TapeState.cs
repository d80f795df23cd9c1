namespace Betamax.Recording;

/// <summary>What stood on the disk when the cassette was put in.</summary>
internal enum TapeState
{
    /// <summary>No file, or one of 0 bytes.</summary>
    Missing,

    /// <summary>The beginning of a cassette: the run that recorded it for the first time did not come to its eject.</summary>
    Unfinished,

    /// <summary>A cassette.</summary>
    Complete,

    /// <summary>A cassette that is too old and is to be recorded anew.</summary>
    Outdated,
}
