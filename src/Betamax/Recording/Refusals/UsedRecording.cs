namespace Betamax;

/// <summary>A recording that matches a request but has been played already in this run.</summary>
/// <param name="Index">Its position among the cassette's interactions, from 0.</param>
/// <param name="PlayedFor">
/// The request for which it was played, counted from 1 among those of the run that did not pass by the tape; each hop of a
/// redirect is one.
/// </param>
public sealed record UsedRecording(int Index, int PlayedFor);
