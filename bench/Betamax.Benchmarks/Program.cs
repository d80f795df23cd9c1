using System.Globalization;
using System.IO.Enumeration;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Betamax.Benchmarks;
using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Peers;
using Betamax.Benchmarks.Rows;
using Betamax.Benchmarks.Traffic;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["benchmarkdotnet", .. var rest]:
        RunBenchmarkDotNet(rest);
        break;
    case ["cold-start", var how, var cassette]:
        await ColdStart.Run(how, cassette);
        break;
    case ["large-body", var mode, var library, var uri]:
        await LargeBody.Run(mode, library, uri);
        break;
    default:
        await Measure(args);
        break;
}

// A method of its own, so that a process that does something else does not load BenchmarkDotNet.
static void RunBenchmarkDotNet(string[] rest) => BenchmarkSwitcher.FromAssembly(typeof(Table).Assembly).Run(
    rest.Length == 0 ? ["--filter", "*"] : rest,
    DefaultConfig.Instance.WithArtifactsPath(Path.Combine(Path.GetTempPath(), "betamax-bench-artifacts")));

// The table goes to the standard output, so that it can be redirected. Progress goes to the error output.
static async Task Measure(string[] args)
{
    var effort = Effort.Of(args);
    var patterns = args.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal)).DefaultIfEmpty("*").ToArray();
    using var tapes = new Tapes();

    var rows = Table.Of(tapes).Where(row => IsChosen(row.Name)).ToList();

    Console.WriteLine(Machine.Description);
    if (rows.Count > 0)
    {
        Console.WriteLine();
        Console.WriteLine(Line.Head);
    }

    foreach (var row in rows)
    {
        Console.Error.WriteLine(row.Name);
        foreach (var line in await row.Measure(effort))
        {
            Console.WriteLine(line);
        }
    }

    if (IsChosen("peers"))
    {
        await PeerTable.Print(tapes, effort);
    }

    bool IsChosen(string name) => patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name));
}
