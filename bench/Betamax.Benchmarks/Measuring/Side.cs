namespace Betamax.Benchmarks.Measuring;

/// <summary>Prepares one round, outside the measured time, and returns the code to measure.</summary>
internal delegate Task<Func<Task>> Preparation();

/// <summary>One implementation of an operation: the floor, this library or a peer.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Prepare">Prepares a round.</param>
/// <param name="LeavesGarbage">Whether each round begins with a collected heap. For long rounds that produce much garbage.</param>
internal sealed record Side(string Name, Preparation Prepare, bool LeavesGarbage = true)
{
    /// <summary>Creates a side of many short operations that needs no preparation.</summary>
    public static Side Of(string name, Func<Task> work) => new(name, () => Task.FromResult(work), LeavesGarbage: false);
}
