namespace Betamax;

/// <summary>An interaction that was on the cassette when it was opened, and whether this run has played it.</summary>
/// <param name="Index">Its position among the cassette's interactions, from 0.</param>
/// <param name="Interaction">The interaction. Placeholders and redaction apply.</param>
/// <param name="PlayedFor">
/// The number of the request that it was first played for, counted from 1; <see langword="null"/> when it was not played.
/// Requests that bypass the cassette are not counted; each hop of a redirect is a request.
/// </param>
public sealed record InteractionUsage(int Index, Interaction Interaction, int? PlayedFor);
