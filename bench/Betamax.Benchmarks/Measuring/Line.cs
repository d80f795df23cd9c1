namespace Betamax.Benchmarks.Measuring;

/// <summary>One line of the result table.</summary>
/// <param name="Question">The name of the row.</param>
/// <param name="Who">The implementation that was measured.</param>
/// <param name="Result">The measured value.</param>
/// <param name="Allocation">The allocated memory.</param>
/// <param name="Bound">The largest allowed value; empty if there is no bound.</param>
/// <param name="Met">Whether the bound is met.</param>
internal sealed record Line(string Question, string Who, string Result, string Allocation, string Bound, bool Met)
{
    public const string Head = """
        | question | who | found (quartiles) | allocation | at most | |
        | --- | --- | --- | --- | --- | --- |
        """;

    public override string ToString() =>
        $"| {Question} | {Who} | {Result} | {Allocation} | {Bound} | {(Bound.Length == 0 ? "" : Met ? "met" : "**not met**")} |";
}
