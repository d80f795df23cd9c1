using Xunit.Abstractions;
using Xunit.Sdk;

namespace Betamax;

/// <summary>
/// Passes the messages of a test run on. xUnit.net sends them from the flow of the test that they are about, so this is where
/// the cassette of a test is put in and taken out: before the class is constructed, and with the result.
/// </summary>
public sealed class CassetteMessageBus : IMessageBus
{
    private readonly IMessageBus _inner;
    private int _failedEjects;

    /// <param name="inner">Receives all messages. It is disposed of with this one.</param>
    public CassetteMessageBus(IMessageBus inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
    }

    /// <inheritdoc/>
    public bool QueueMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestStarting { Test: var test }:
                TestRun.BeginOfStatic(test);
                break;

            // An exception from here fails the test, and the test is not run.
            case ITestClassConstructionStarting { Test: var test }:
                TestRun.BeginOfInstance(test);
                break;
            case ITestPassed { Test: var test } result:
                message = End(test, result);
                break;
            case ITestFailed { Test: var test } result:
                message = End(test, result);
                break;
            case ITestSkipped { Test: var test }:
                TestRun.End(test, passed: false, failure: null);
                break;
            case ITestAssemblyFinished finished when _failedEjects > 0:
                message = new TestAssemblyFinished(
                    finished.TestCases, finished.TestAssembly, finished.ExecutionTime, finished.TestsRun, finished.TestsFailed + _failedEjects, finished.TestsSkipped);
                break;
        }

        return _inner.QueueMessage(message);
    }

    /// <summary>Disposes of the inner message bus.</summary>
    public void Dispose() => _inner.Dispose();

    private IMessageSinkMessage End(ITest test, ITestPassed result)
    {
        try
        {
            var lines = TestRun.End(test, passed: true, failure: null);
            return lines.Length == 0 ? result : new TestPassed(test, result.ExecutionTime, result.Output + lines);
        }
#pragma warning disable CA1031 // Whatever an eject throws fails the test.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            // xUnit.net has counted the test as passed already.
            Interlocked.Increment(ref _failedEjects);
            return new TestFailed(test, result.ExecutionTime, result.Output, fault);
        }
    }

    private static IMessageSinkMessage End(ITest test, ITestFailed result)
    {
        try
        {
            var lines = TestRun.End(test, passed: false, string.Join('\n', result.Messages));
            return lines.Length == 0 ? result : new TestFailed(
                test, result.ExecutionTime, result.Output + lines, result.ExceptionTypes, result.Messages, result.StackTraces, result.ExceptionParentIndices);
        }
        catch (BetamaxException fault)
        {
            return new TestFailed(test, result.ExecutionTime, result.Output, fault);
        }
    }
}
