namespace Betamax.Benchmarks.Peers;

/// <summary>A recorder or a stub in this process. Each delegate is a whole run.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Record">Records everything from scratch; <see langword="null"/> if it cannot record.</param>
/// <param name="Load">Plays the first recording.</param>
/// <param name="Play">Plays all recordings.</param>
internal sealed record Peer(string Name, Func<Task>? Record, Func<Task> Load, Func<Task> Play);
