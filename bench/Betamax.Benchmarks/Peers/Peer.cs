namespace Betamax.Benchmarks.Peers;

/// <summary>A recorder or a stub in this process: each of its works is a whole run, from the start to the end of it.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Record">Records all, from nothing; <see langword="null"/> = it cannot.</param>
/// <param name="Load">Plays the first of what is recorded.</param>
/// <param name="Play">Plays all of it.</param>
internal sealed record Peer(string Name, Func<Task>? Record, Func<Task> Load, Func<Task> Play);
