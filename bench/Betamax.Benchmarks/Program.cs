using System.Globalization;
using System.IO.Enumeration;
using Betamax.Benchmarks;
using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Traffic;

// Arguments: the names of rows, with * for anything (none = all), and --full for longer runs.
var full = args.Contains("--full");
var chosen = args.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToArray();
using var tapes = new Tapes();

Console.WriteLine("| row | who | time | allocation | more bytes each | bound |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
foreach (var (name, make) in Table.Of(tapes))
{
    if (chosen.Length > 0 && !chosen.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name)))
    {
        continue;
    }

    foreach (var answer in await PairedRun.Of(await make(), TimeSpan.FromSeconds(full ? 20 : 4)))
    {
        var bound = answer.Side != "betamax" ? "" : answer.Holds ? "held" : "**not held**";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {answer.Side} | {answer.Time:0.00} | {answer.Allocation:0.00} | {answer.BytesMore} | {bound} |"));
    }
}
