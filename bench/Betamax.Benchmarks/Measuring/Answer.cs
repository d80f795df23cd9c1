namespace Betamax.Benchmarks.Measuring;

/// <summary>How one side compares with the floor.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Side">Who was measured.</param>
/// <param name="Time">Its time, as a multiple of the floor's.</param>
/// <param name="Allocation">Its allocations, as a multiple of the floor's.</param>
/// <param name="BytesMore">What it allocates beyond the floor, for each operation.</param>
internal sealed record Answer(Question Question, string Side, double Time, double Allocation, long BytesMore)
{
    /// <summary>Whether it keeps the bounds of the question.</summary>
    public bool Holds =>
        Time <= (Question.MostTime ?? double.MaxValue)
        && Allocation <= (Question.MostAllocation ?? double.MaxValue)
        && BytesMore <= (Question.MostBytesMore ?? long.MaxValue);
}
