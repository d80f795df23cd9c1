using System.Reflection;
using System.Runtime.CompilerServices;
using Betamax.Testing;
using TUnit.Core;
using TUnit.Core.Enums;
using TUnit.Core.Interfaces;

namespace Betamax;

/// <summary>
/// Gives a test, or each test of a class, a cassette of its own, named after the test and stored beside its source. Its
/// recorder is <see cref="Recorder.Current"/> from before the <c>[Before(Test)]</c> hooks until after the
/// <c>[After(Test)]</c> hooks. The constructor runs earlier: a client that is created there follows the recorder with a
/// <see cref="Recorder.CreateAmbientHandler"/>.
/// </summary>
public sealed class UseCassetteAttribute : CassetteAttribute, ITestStartEventReceiver, ITestEndEventReceiver
{
    /// <inheritdoc/>
    public UseCassetteAttribute(string? name = null, [CallerFilePath] string sourceFile = "")
        : base(name, sourceFile)
    {
    }

    EventReceiverStage ITestStartEventReceiver.Stage => EventReceiverStage.Early;

    EventReceiverStage ITestEndEventReceiver.Stage => EventReceiverStage.Late;

    ValueTask ITestStartEventReceiver.OnTestStart(TestContext context)
    {
        var test = context.Metadata.TestDetails;
        TestCassette.Begin(context, new(test.TestId, test.ClassType, MethodOf(test))
        {
            ClassArguments = context.Metadata.ClassDataSource is ArgumentsAttribute ? test.TestClassArguments : [],
            Arguments = test.TestMethodArguments,
            Row = RowOf(test),
        });

        // Without this call the recorder is current in this method only.
        context.AddAsyncLocalValues();
        return ValueTask.CompletedTask;
    }

    ValueTask ITestEndEventReceiver.OnTestEnd(TestContext context)
    {
        var result = context.Execution.Result;
        TestCassette.End(
            context,
            passed: result?.State == TestState.Passed,
            result?.Exception?.ToString(),
            context.Output.WriteLine);
        return ValueTask.CompletedTask;
    }

    // The end of a test's id numbers its data source, the row of that and the repetition: ….Finds_a_film(System.Int32).1.2.0
    private static string RowOf(TestDetails test) => string.Join('.', test.TestId.Split('.')[^3..]);

    private static MethodInfo MethodOf(TestDetails test)
    {
        var parameters = test.MethodMetadata.Parameters;
        var methods = test.ClassType.GetMethods()
            .Where(method => method.Name == test.MethodName && method.GetParameters().Length == parameters.Length)
            .ToList();
        return methods.Find(method => method.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(parameters.Select(parameter => parameter.Type)))
            ?? methods[0];
    }
}
