namespace Betamax.Benchmarks.Measuring;

/// <summary>A row of the table: what is asked, of whom, and how much of the floor it may take.</summary>
/// <param name="Name">The name by which the row is chosen.</param>
/// <param name="Operations">How many operations one round of each side is.</param>
/// <param name="Floor">The least that can be done.</param>
/// <param name="Others">Those that are measured against it: this library first, then its peers.</param>
internal sealed record Question(string Name, int Operations, Side Floor, params IReadOnlyList<Side> Others)
{
    /// <summary>The most of the floor's time that this library may take.</summary>
    public required double MostTime { get; init; }

    /// <summary>The most of the floor's allocations that it may make; <see langword="null"/> = there is no bound.</summary>
    public double? MostAllocation { get; init; }

    /// <summary>The most bytes that it may allocate beyond the floor, for each operation.</summary>
    public long? MostBytesMore { get; init; }

    public string Bound => string.Concat(
        $"{MostTime} ×",
        MostAllocation is { } allocation ? $", {allocation} × allocated" : "",
        MostBytesMore is { } bytes ? $", + {bytes} B allocated" : "");
}
