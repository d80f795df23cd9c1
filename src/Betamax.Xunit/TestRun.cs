using System.Runtime.CompilerServices;
using System.Text;
using Betamax.Testing;
using Xunit.Abstractions;

namespace Betamax;

/// <summary>Puts the cassette of a test in and takes it out.</summary>
internal static class TestRun
{
    private static readonly ConditionalWeakTable<ITest, Exception> Faults = [];

    /// <summary>Puts the cassette of a test in, unless the test is a static method: its class is not constructed.</summary>
    public static void BeginOfInstance(ITest test) => Begin(test);

    /// <summary>
    /// Puts the cassette of a static test in. xUnit.net runs the test whatever happens here, so a fault is kept until its end,
    /// and until then its requests are refused.
    /// </summary>
    public static void BeginOfStatic(ITest test)
    {
        if (!test.TestCase.TestMethod.Method.IsStatic || test.TestCase.SkipReason is not null)
        {
            return;
        }

        try
        {
            Begin(test);
        }
#pragma warning disable CA1031 // Whatever it is, the test fails with it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Faults.Add(test, fault);
            NoRequests.Begin();
        }
    }

    /// <summary>Returns what the output of the test says about its cassette.</summary>
    public static string End(ITest test, bool passed, string? failure)
    {
        if (Faults.TryGetValue(test, out var fault))
        {
            Faults.Remove(test);
            throw new BetamaxException(fault.Message, fault);
        }

        var lines = new StringBuilder();
        TestCassette.End(test, passed, failure, line => lines.AppendLine(line));
        return lines.ToString();
    }

    private static void Begin(ITest test)
    {
        var method = test.TestCase.TestMethod;
        var type = ((IReflectionTypeInfo)method.TestClass.Class).Type;
        var id = $"{test.TestCase.UniqueID} {test.DisplayName}";
        TestCassette.Begin(test, new(id, type, ((IReflectionMethodInfo)method.Method).MethodInfo) { Arguments = Arguments(test), Row = RowOf(test) });
    }

    // A theory whose rows xUnit.net finds only while it runs keeps their arguments to itself: only the display name has them.
    private static object?[] Arguments(ITest test) =>
        test.TestCase.TestMethodArguments
        ?? (test.DisplayName.StartsWith($"{test.TestCase.DisplayName}(", StringComparison.Ordinal)
            ? [RowOf(test)]
            : []);

    private static string RowOf(ITest test) => test.DisplayName.Split('(', 2)[^1].TrimEnd(')');
}
