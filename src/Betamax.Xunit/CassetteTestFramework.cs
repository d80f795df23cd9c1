using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Betamax;

/// <summary>
/// xUnit.net's own test framework, with a cassette for each test that has a <see cref="UseCassetteAttribute"/>. The package
/// sets it for a test project. A test framework of your own derives from this one, or gives its tests a
/// <see cref="CassetteMessageBus"/>.
/// </summary>
public class CassetteTestFramework : XunitTestFramework
{
    /// <param name="messageSink">Receives diagnostic messages.</param>
    public CassetteTestFramework(IMessageSink messageSink)
        : base(messageSink)
    {
    }

    /// <inheritdoc/>
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assemblyName, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assemblyName, sources, diagnostics)
    {
        protected override async void RunTestCases(
            IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync().ConfigureAwait(false);
        }
    }

    private sealed class Runner(
        ITestAssembly assembly,
        IEnumerable<IXunitTestCase> testCases,
        IMessageSink diagnostics,
        IMessageSink execution,
        ITestFrameworkExecutionOptions options)
        : XunitTestAssemblyRunner(assembly, testCases, diagnostics, execution, options)
    {
        protected override IMessageBus CreateMessageBus() => new CassetteMessageBus(base.CreateMessageBus());
    }
}
