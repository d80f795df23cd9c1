using System.Reflection;
using System.Runtime.CompilerServices;
using Betamax.Testing;
using Xunit;
using Xunit.v3;

namespace Betamax;

/// <summary>
/// Gives a test, or each test of a class, a cassette of its own, named after the test and stored beside its source. Its
/// recorder is <see cref="Recorder.Current"/> from the constructor and <c>InitializeAsync</c> until the end of the test method.
/// A client that outlives the test follows it with a <see cref="Recorder.CreateAmbientHandler"/>.
/// </summary>
public sealed class UseCassetteAttribute : CassetteAttribute, IBeforeAfterTestAttribute
{
    // xUnit.net creates the attribute before it constructs the class.
    static UseCassetteAttribute() => TestCassette.FollowCurrentTest(() =>
        TestContext.Current.Test is IXunitTest test ? (test.UniqueID, Identify(test, test.TestMethod.Method)) : null);

    /// <inheritdoc/>
    public UseCassetteAttribute(string? name = null, [CallerFilePath] string sourceFile = "")
        : base(name, sourceFile)
    {
    }

    void IBeforeAfterTestAttribute.Before(MethodInfo methodUnderTest, IXunitTest test) =>
        TestCassette.Begin(test.UniqueID, Identify(test, methodUnderTest));

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

    // xUnit.net 4 moved the class of a test to another interface, so the class is read from the method, which has it in both.
    private static TestIdentity Identify(IXunitTest test, MethodInfo method) => new(test.UniqueID, method.ReflectedType!, method)
    {
        Arguments = test.TestMethodArguments,
        Row = test.TestDisplayName.Split('(', 2)[^1].TrimEnd(')'),
    };
}
