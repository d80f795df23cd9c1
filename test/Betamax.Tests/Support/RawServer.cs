using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Betamax.Tests;

/// <summary>A server that sends invalid HTTP: it writes the given bytes to each connection and closes it.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopped = new();
    private readonly Task _serving;

    /// <param name="response">The whole response, in Latin-1.</param>
    public RawServer(string response)
    {
        _listener.Start();
        _serving = Serve(Encoding.Latin1.GetBytes(response));
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stopped.Dispose();
    }

    private async Task Serve(byte[] response)
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stopped.Token);
            using var reader = new StreamReader(client.GetStream());
            while (await reader.ReadLineAsync(_stopped.Token) is { Length: > 0 })
            {
                // Reads the request headers and ignores them.
            }

            await client.GetStream().WriteAsync(response);
        }
    }
}
