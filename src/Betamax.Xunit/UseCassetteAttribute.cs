using System.Reflection;
using System.Runtime.CompilerServices;
using Betamax.Testing;
using Xunit;
using Xunit.v3;

namespace Betamax;

/// <summary>
/// Gives a test, or each test of a class, a cassette of its own, named for the test and beside its source. While the test
/// runs its recorder is <see cref="Recorder.Current"/>, but not yet in the constructor and in <c>InitializeAsync</c>: a
/// client that is made there follows it with a <see cref="Recorder.CreateAmbientHandler"/>.
/// </summary>
public sealed class UseCassetteAttribute : CassetteAttribute, IBeforeAfterTestAttribute
{
    /// <inheritdoc/>
    public UseCassetteAttribute(string? name = null, [CallerFilePath] string sourceFile = "")
        : base(name, sourceFile)
    {
    }

    void IBeforeAfterTestAttribute.Before(MethodInfo methodUnderTest, IXunitTest test) => TestCassette.Begin(
        test.UniqueID,
        new(test.UniqueID, test.TestMethod.TestClass.Class, methodUnderTest) { Arguments = test.TestMethodArguments });

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
