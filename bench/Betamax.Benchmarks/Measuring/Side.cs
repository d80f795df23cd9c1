namespace Betamax.Benchmarks.Measuring;

/// <summary>Makes ready for one round, outside of the measured time; what it returns is what is measured.</summary>
internal delegate Task<Func<Task>> Preparation();

/// <summary>One of those that answer a question: the floor, this library or a peer.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Prepare">Makes it ready for a round.</param>
/// <param name="LeavesGarbage">Whether a round begins with a clean heap: one that is long and makes much of it.</param>
internal sealed record Side(string Name, Preparation Prepare, bool LeavesGarbage = true)
{
    /// <summary>A side of many short operations that needs no preparation.</summary>
    public static Side Of(string name, Func<Task> work) => new(name, () => Task.FromResult(work), LeavesGarbage: false);
}
