using System.Text;
using Betamax.Testing;
using Xunit.Abstractions;

namespace Betamax;

/// <summary>Puts the cassette of a test in and takes it out.</summary>
internal static class TestRun
{
    public static void Begin(ITest test)
    {
        var method = test.TestCase.TestMethod;
        var type = ((IReflectionTypeInfo)method.TestClass.Class).Type;
        var id = $"{test.TestCase.UniqueID} {test.DisplayName}";
        TestCassette.Begin(test, new(id, type, ((IReflectionMethodInfo)method.Method).MethodInfo) { Arguments = Arguments(test) });
    }

    /// <summary>Returns what the output of the test says about its cassette.</summary>
    public static string End(ITest test, bool passed, string? failure)
    {
        var lines = new StringBuilder();
        TestCassette.End(test, passed, failure, line => lines.AppendLine(line));
        return lines.ToString();
    }

    // A theory whose rows xUnit.net finds only while it runs keeps their arguments to itself: only the display name has them.
    private static object?[] Arguments(ITest test) =>
        test.TestCase.TestMethodArguments
        ?? (test.DisplayName.StartsWith($"{test.TestCase.DisplayName}(", StringComparison.Ordinal)
            ? [test.DisplayName[(test.TestCase.DisplayName.Length + 1)..].TrimEnd(')')]
            : []);
}
