namespace Betamax.Benchmarks.Measuring;

/// <summary>How long each row is measured.</summary>
/// <param name="WarmUp">How long a side runs unmeasured; repeated until the JIT compiles almost nothing more.</param>
/// <param name="Time">How long the two sides of a row take turns.</param>
/// <param name="Runs">How many runs are made of what is measured as a whole: a peer, or a separate process.</param>
internal sealed record Effort(TimeSpan WarmUp, TimeSpan Time, int Runs)
{
    public static Effort Of(string[] args) =>
        args.Contains("--quick") ? new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), 1)
        : args.Contains("--full") ? new(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(20), 5)
        : new(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(4), 3);
}
