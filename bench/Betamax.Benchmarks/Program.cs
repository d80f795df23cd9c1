using System.Globalization;
using System.IO.Enumeration;
using Betamax.Benchmarks;
using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Traffic;

var full = args.Contains("--full");
var chosen = args.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToArray();
using var tapes = new Tapes();

foreach (var (name, make) in Table.Of(tapes).Where(row => chosen.Length == 0 || chosen.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, row.Name))))
{
    foreach (var a in await PairedRun.Of(await make(), TimeSpan.FromSeconds(full ? 20 : 3)))
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-18} {a.Side,-10} {a.Time,6:0.00} x time  {a.Allocation,6:0.00} x alloc  {a.BytesMore,8} B more  (floor {a.FloorMicroseconds:0.00} µs) {(a.Holds ? "" : "OVER")}"));
    }
}
