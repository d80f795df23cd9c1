namespace Betamax.Benchmarks.Measuring;

/// <summary>A line of the table.</summary>
/// <param name="Question">The name of the row.</param>
/// <param name="Who">Who was measured.</param>
/// <param name="Result">What was found.</param>
/// <param name="Allocation">What it allocates.</param>
/// <param name="Bound">How much it may be; empty = there is no bound.</param>
/// <param name="Met">Whether it is no more.</param>
internal sealed record Line(string Question, string Who, string Result, string Allocation, string Bound, bool Met)
{
    public const string Head = """
        | question | who | found (quartiles) | allocation | at most | |
        | --- | --- | --- | --- | --- | --- |
        """;

    public override string ToString() =>
        $"| {Question} | {Who} | {Result} | {Allocation} | {Bound} | {(Bound.Length == 0 ? "" : Met ? "met" : "**not met**")} |";
}
