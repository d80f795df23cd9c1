using Xunit.Abstractions;
using Xunit.Sdk;

namespace Betamax.FrameworkTests;

/// <summary>
/// Runs the tests of this project, or its scenarios: xUnit.net v2 knows no Microsoft.Testing.Platform, in which the tests of
/// the other projects run. The tests of the library start it.
/// </summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        var assembly = typeof(Program).Assembly;
        using var run = new TestRunSink();
        using var framework = new CassetteTestFramework(run);
        using var discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
        discoverer.Find(includeSourceInformation: false, run, new RunOptions());
        run.WaitForDiscovery();

        var scenarios = arguments.Contains("scenario=record");
        using var executor = framework.GetExecutor(assembly.GetName());
        executor.RunTests(run.Tests.Where(test => test.Traits.ContainsKey("scenario") == scenarios), run, new RunOptions());
        run.WaitForEnd();
        Console.WriteLine($"  succeeded: {run.Succeeded}\n  failed: {run.Failed}");
        return run.Failed == 0 && run.Succeeded > 0 ? 0 : 1;
    }

    private sealed class RunOptions : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = [];

        public TValue GetValue<TValue>(string name) => _values.TryGetValue(name, out var value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }
}
