namespace Betamax.Interop.Tests.Scenarios;

/// <summary>Everything that is recorded on one side and played on the other.</summary>
internal static class AllScenarios
{
    private static readonly Dictionary<string, Scenario> ByName =
        RequestScenarios.All.Concat(BodyScenarios.All).Concat(ProtocolScenarios.All).ToDictionary(scenario => scenario.Name);

    public static Scenario Named(string name) => ByName[name];

    /// <summary>Each scenario, as text and under <c>preserve_exact_body_bytes</c>.</summary>
    public static TheoryData<string, bool> NamesAndExactness =>
        [.. ByName.Keys.SelectMany(name => new (string, bool)[] { (name, false), (name, true) })];

    /// <summary>The same, without what Python destroys.</summary>
    public static TheoryData<string, bool> NamesAndExactnessInPython =>
        [.. NamesAndExactness.Where(row => row.Data.Item2 || !Named(row.Data.Item1).NeedsExactBytesInPython)];
}
