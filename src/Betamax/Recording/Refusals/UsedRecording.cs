namespace Betamax;

/// <summary>A recording that matches a request but has already been played in this run.</summary>
/// <param name="Index">Its position among the cassette's interactions, from 0.</param>
/// <param name="PlayedFor">
/// The number of the request for which it was played, counted from 1. Requests that bypass the cassette are not counted; each hop
/// of a redirect is a request.
/// </param>
public sealed record UsedRecording(int Index, int PlayedFor);
