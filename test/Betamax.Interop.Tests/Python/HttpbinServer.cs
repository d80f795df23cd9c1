using System.Globalization;

namespace Betamax.Interop.Tests.Python;

/// <summary>A real httpbin on a free loopback port. It counts the requests it receives.</summary>
internal sealed class HttpbinServer : IAsyncDisposable
{
    private readonly PythonProcess _process;
    private readonly HttpClient _client = new();

    private HttpbinServer(PythonProcess process, string address)
    {
        _process = process;
        Address = address;
    }

    /// <summary><c>http://127.0.0.1:port</c>, without a trailing slash.</summary>
    public string Address { get; }

    /// <summary>Starts the server, and returns when it listens. Its first output line is the port.</summary>
    public static async Task<HttpbinServer> StartAsync(string python)
    {
        var process = PythonProcess.Start(python, "server.py");
        return new(process, $"http://127.0.0.1:{await process.ReadLineAsync()}");
    }

    /// <summary>Gets the number of requests so far, without this one.</summary>
    public async Task<int> CountRequestsAsync() =>
        int.Parse(await _client.GetStringAsync(Address + "/interop/count"), CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _process.DisposeAsync();
    }
}
