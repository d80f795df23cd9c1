using System.Runtime.CompilerServices;
using Betamax.Testing;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace Betamax;

/// <summary>
/// Gives a test, or each test of a class, a cassette of its own, named for the test and beside its source. From before the
/// set-up to after the tear-down its recorder is <see cref="Recorder.Current"/>. A client that outlives the test, such as
/// one that the fixture's constructor makes, follows it with a <see cref="Recorder.CreateAmbientHandler"/>.
/// </summary>
public sealed class UseCassetteAttribute : CassetteAttribute, IWrapSetUpTearDown, ITestAction
{
    /// <inheritdoc/>
    public UseCassetteAttribute(string? name = null, [CallerFilePath] string sourceFile = "")
        : base(name, sourceFile)
    {
    }

    ActionTargets ITestAction.Targets => ActionTargets.Test;

    // On a method: round the set-up and the tear-down.
    TestCommand ICommandWrapper.Wrap(TestCommand command) => new CassetteCommand(command);

    // On a class: round the same, as NUnit puts the actions of a class there. Those of a method it puts within.
    void ITestAction.BeforeTest(ITest test)
    {
        if (!IsOnMethod(test))
        {
            TestRun.Begin(test);
        }
    }

    void ITestAction.AfterTest(ITest test)
    {
        if (!IsOnMethod(test))
        {
            TestRun.End(TestExecutionContext.CurrentContext);
        }
    }

    private static bool IsOnMethod(ITest test) => test.Method!.IsDefined<UseCassetteAttribute>(inherit: true);
}
