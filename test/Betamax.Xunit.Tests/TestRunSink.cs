using Xunit.Abstractions;

namespace Betamax.FrameworkTests;

/// <summary>Collects what a run finds, and writes its results to the console.</summary>
internal sealed class TestRunSink : LongLivedMarshalByRefObject, IMessageSink, IDisposable
{
    private readonly ManualResetEventSlim _discovered = new();
    private readonly ManualResetEventSlim _ended = new();
    private readonly List<ITestCase> _tests = [];

    public IReadOnlyList<ITestCase> Tests => _tests;

    public int Succeeded { get; private set; }

    public int Failed { get; private set; }

    public void WaitForDiscovery() => _discovered.Wait();

    public void WaitForEnd() => _ended.Wait();

    public void Dispose()
    {
        _discovered.Dispose();
        _ended.Dispose();
    }

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestCaseDiscoveryMessage found:
                _tests.Add(found.TestCase);
                break;
            case IDiscoveryCompleteMessage:
                _discovered.Set();
                break;
            case ITestPassed passed:
                Succeeded++;
                Console.WriteLine($"passed {passed.Test.DisplayName}\n{passed.Output}");
                break;
            case ITestFailed failed:
                Console.WriteLine($"failed {failed.Test.DisplayName}\n{string.Join('\n', failed.Messages)}\n{failed.Output}");
                break;
            case ITestAssemblyFinished finished:
                Failed = finished.TestsFailed;
                _ended.Set();
                break;
        }

        return true;
    }
}
