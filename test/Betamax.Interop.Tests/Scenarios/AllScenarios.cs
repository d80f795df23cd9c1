using Betamax.Interop.Tests.Python;

namespace Betamax.Interop.Tests.Scenarios;

/// <summary>All scenarios that one library records and the other plays.</summary>
internal static class AllScenarios
{
    private static readonly Dictionary<string, Scenario> ByName = RequestScenarios.All
        .Concat(BodyScenarios.All)
        .Concat(ProtocolScenarios.All)
        .ToDictionary(scenario => scenario.Name);

    public static Scenario Named(string name) => ByName[name];

    /// <summary>Each scenario, with bodies as text and with <c>preserve_exact_body_bytes</c>.</summary>
    public static TheoryData<string, bool> NamesAndExactness => Rows(_ => true);

    /// <summary>The same, without the scenarios that Python Betamax changes.</summary>
    public static TheoryData<string, bool> NamesAndExactnessInPython =>
        Rows(row => row.ExactBytes || !Named(row.Name).NeedsExactBytesInPython);

    private static TheoryData<string, bool> Rows(Func<(string Name, bool ExactBytes), bool> isWanted)
    {
        // Without Python, each theory is skipped as a whole, not row by row.
        string[] names = PythonInterpreter.Command is null ? [.. ByName.Keys.Take(1)] : [.. ByName.Keys];
        return [.. names.SelectMany(name => new[] { (name, false), (name, true) }).Where(isWanted)];
    }
}
