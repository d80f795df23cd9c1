using Betamax.Interop.Tests;
using Betamax.Interop.Tests.Python;

[assembly: AssemblyFixture(typeof(InteropFixture))]

// One server counts the requests of all tests, and one Python answers them.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Betamax.Interop.Tests;

/// <summary>
/// The server and the Python that all tests share. Without a Python that has Betamax every test is skipped and says
/// why; with <c>BETAMAX_INTEROP=required</c> in the environment it fails.
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
