using Betamax.Interop.Tests;
using Betamax.Interop.Tests.Python;

[assembly: AssemblyFixture(typeof(InteropFixture))]

// All tests share one server, which counts requests, and one Python process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Betamax.Interop.Tests;

/// <summary>
/// The server and the Python process that all tests share. If Python Betamax is not installed, every test is skipped with the
/// reason. With <c>BETAMAX_INTEROP=required</c> in the environment, every test fails instead.
/// </summary>
public sealed class InteropFixture : IAsyncLifetime
{
    private HttpbinServer? _server;
    private PythonBetamax? _python;

    internal HttpbinServer Server => _server ?? throw Unavailable();

    internal PythonBetamax Python => _python ?? throw Unavailable();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (PythonInterpreter.Command is { } python)
        {
            _server = await HttpbinServer.StartAsync(python);
            _python = new(python);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_python is not null)
        {
            await _python.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private static InvalidOperationException Unavailable()
    {
        if (Environment.GetEnvironmentVariable("BETAMAX_INTEROP") == "required")
        {
            return new InvalidOperationException(PythonInterpreter.HowToInstall);
        }

        Assert.Skip(PythonInterpreter.HowToInstall);
        return new InvalidOperationException();
    }
}
