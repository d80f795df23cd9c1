using System.Reflection;
using System.Runtime.CompilerServices;
using Betamax.Testing;
using Xunit.v3;
using Xunit;

namespace Betamax;

/// <summary>
/// Gives a test, or each test of a class, a cassette of its own, named after the test and stored beside its source. While
/// the test runs, its recorder is <see cref="Recorder.Current"/>. The constructor and <c>InitializeAsync</c> run earlier: a
/// client that is created there follows the recorder with a <see cref="Recorder.CreateAmbientHandler"/>.
/// </summary>
public sealed class UseCassetteAttribute : CassetteAttribute, IBeforeAfterTestAttribute
{
    /// <inheritdoc/>
    public UseCassetteAttribute(string? name = null, [CallerFilePath] string sourceFile = "")
        : base(name, sourceFile)
    {
    }

    // xUnit.net 4 moved the class of a test to another interface, so the class is read from the method, which has it in both.
    void IBeforeAfterTestAttribute.Before(MethodInfo methodUnderTest, IXunitTest test) => TestCassette.Begin(
        test.UniqueID,
        new(test.UniqueID, methodUnderTest.ReflectedType!, methodUnderTest)
        {
            Arguments = test.TestMethodArguments,
            Row = test.TestDisplayName.Split('(', 2)[^1].TrimEnd(')'),
        });

    void IBeforeAfterTestAttribute.After(MethodInfo methodUnderTest, IXunitTest test)
    {
        var context = TestContext.Current;
        var state = context.TestState;
        TestCassette.End(
            test.UniqueID,
            passed: state?.Result == TestResult.Passed,
            state?.ExceptionMessages is { } messages ? string.Join('\n', messages) : null,
            line => context.TestOutputHelper?.WriteLine(line));
    }
}
