using Betamax.Benchmarks.Measuring;

namespace Betamax.Benchmarks.Rows;

/// <summary>A row of the table. It is built and measured when it is selected.</summary>
internal sealed record Row(string Name, Func<Effort, Task<IReadOnlyList<Line>>> Measure)
{
    public static Row Of(string name, Func<Question> question) => new(name, effort => PairedRun.Of(question(), effort));

    public static Row Of(string name, Func<Task<Question>> question) =>
        new(name, async effort => await PairedRun.Of(await question(), effort));
}
