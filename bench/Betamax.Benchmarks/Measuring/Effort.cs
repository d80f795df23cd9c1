namespace Betamax.Benchmarks.Measuring;

/// <summary>How long everything is measured.</summary>
/// <param name="WarmUp">How long it is done without being measured, and again until the JIT has little left to compile.</param>
/// <param name="Time">How long the two sides of a question take turns.</param>
/// <param name="Runs">How often a whole run is made: of a peer, or of a process of its own.</param>
internal sealed record Effort(TimeSpan WarmUp, TimeSpan Time, int Runs)
{
    public static Effort Of(string[] args) =>
        args.Contains("--quick") ? new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), 1)
        : args.Contains("--full") ? new(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(20), 5)
        : new(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(4), 3);
}
