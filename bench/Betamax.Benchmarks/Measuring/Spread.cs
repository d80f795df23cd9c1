namespace Betamax.Benchmarks.Measuring;

/// <summary>The median and the quartiles of some values.</summary>
internal readonly record struct Spread(double Low, double Median, double High)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return new(sorted[sorted.Length / 4], sorted[sorted.Length / 2], sorted[sorted.Length * 3 / 4]);
    }

    public string ToString(string unit) => $"{Median:0.00} {unit} ({Low:0.00}–{High:0.00})";
}
