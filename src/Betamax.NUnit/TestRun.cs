using System.Globalization;
using Betamax.Testing;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Betamax;

/// <summary>What NUnit knows of a test, for its cassette.</summary>
internal static class TestRun
{
    /// <summary>The test that the calling flow belongs to: where each test has a fixture of its own, in its constructor too.</summary>
    public static (object Run, TestIdentity Test)? Find() =>
        TestExecutionContext.CurrentContext.CurrentTest is TestMethod test ? (test.Id, Identify(test)) : null;

    public static void Begin(ITest test) => TestCassette.Begin(test.Id, Identify(test));

    public static void End(TestExecutionContext context) => TestCassette.End(
        context.CurrentTest.Id,
        passed: context.CurrentResult.ResultState.Status is TestStatus.Passed or TestStatus.Warning,
        context.CurrentResult.Message,
        context.OutWriter.WriteLine);

    private static TestIdentity Identify(ITest test) => new(test.Id, test.TypeInfo!.Type, test.Method!.MethodInfo)
    {
        ClassArguments = FixtureOf(test)?.Arguments ?? [],
        Arguments = test.Arguments,
        Row = test.Parent is ParameterizedMethodSuite rows ? (rows.Tests.IndexOf(test) + 1).ToString(CultureInfo.InvariantCulture) : null,
    };

    // Between a test and its fixture there may be the suite of a method with parameters.
    private static TestFixture? FixtureOf(ITest test) => test.Parent as TestFixture ?? test.Parent?.Parent as TestFixture;
}
