using NUnit.Framework.Internal.Commands;

namespace Betamax;

/// <summary>Runs a test with its cassette in.</summary>
internal sealed class CassetteCommand : BeforeAndAfterTestCommand
{
    public CassetteCommand(TestCommand innerCommand)
        : base(innerCommand)
    {
        BeforeTest = context => TestRun.Begin(context.CurrentTest);
        AfterTest = TestRun.End;
    }
}
