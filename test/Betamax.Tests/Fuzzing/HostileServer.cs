using System.Net;
using System.Net.Sockets;

namespace Betamax.Tests.Fuzzing;

/// <summary>
/// A server on loopback that sends invalid HTTP: it answers each connection with the given bytes and closes it.
/// </summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopped = new();
    private readonly Task _serving;

    public HostileServer()
    {
        _listener.Start();
        _serving = Serve();
    }

    /// <summary>The response to the next connections.</summary>
    public byte[] Answer { get; set; } = [];

    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stopped.Dispose();
    }

    private async Task Serve()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(_stopped.Token);
            _ = Reply(client, Answer);
        }
    }

    private static async Task Reply(TcpClient client, byte[] answer)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                var stream = client.GetStream();
                var asked = new byte[16 * 1024];
                _ = await stream.ReadAsync(asked);
                await stream.WriteAsync(answer);

                // A reset would drop what the client has not read yet.
                client.Client.Shutdown(SocketShutdown.Send);
                while (await stream.ReadAsync(asked) > 0)
                {
                }
            }
            catch (Exception fault) when (fault is IOException or SocketException)
            {
                // The client has closed the connection.
            }
        }
    }
}
