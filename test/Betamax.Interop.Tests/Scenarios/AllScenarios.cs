using Betamax.Interop.Tests.Python;

namespace Betamax.Interop.Tests.Scenarios;

/// <summary>Everything that is recorded on one side and played on the other.</summary>
internal static class AllScenarios
{
    private static readonly Dictionary<string, Scenario> ByName = RequestScenarios.All
        .Concat(BodyScenarios.All)
        .Concat(ProtocolScenarios.All)
        .ToDictionary(scenario => scenario.Name);

    public static Scenario Named(string name) => ByName[name];

    /// <summary>Each scenario, as text and under <c>preserve_exact_body_bytes</c>.</summary>
    public static TheoryData<string, bool> NamesAndExactness => Rows(_ => true);

    /// <summary>The same, without what Python destroys.</summary>
    public static TheoryData<string, bool> NamesAndExactnessInPython =>
        Rows(row => row.ExactBytes || !Named(row.Name).NeedsExactBytesInPython);

    private static TheoryData<string, bool> Rows(Func<(string Name, bool ExactBytes), bool> isWanted)
    {
        // Without Python each theory is skipped as one, not once for each row.
        string[] names = PythonInterpreter.Command is null ? [.. ByName.Keys.Take(1)] : [.. ByName.Keys];
        return [.. names.SelectMany(name => new[] { (name, false), (name, true) }).Where(isWanted)];
    }
}
