namespace Betamax.Benchmarks.Measuring;

/// <summary>A row of the table: the operation, its implementations, and the bounds.</summary>
/// <param name="Name">The name of the row, also on the command line.</param>
/// <param name="Operations">The number of operations in one round.</param>
/// <param name="Floor">The cheapest possible implementation.</param>
/// <param name="Others">The implementations that are compared with it: this library first, then its peers.</param>
internal sealed record Question(string Name, int Operations, Side Floor, params IReadOnlyList<Side> Others)
{
    /// <summary>The largest allowed time of this library, as a multiple of the floor's.</summary>
    public required double MostTime { get; init; }

    /// <summary>The largest allowed allocation, as a multiple of the floor's; <see langword="null"/> if there is no bound.</summary>
    public double? MostAllocation { get; init; }

    /// <summary>The largest number of bytes per operation that may be allocated in addition to the floor.</summary>
    public long? MostBytesMore { get; init; }

    public string Bound => string.Concat(
        $"{MostTime} ×",
        MostAllocation is { } allocation ? $", {allocation} × allocated" : "",
        MostBytesMore is { } bytes ? $", + {bytes} B allocated" : "");
}
