using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Betamax.Tests;

/// <summary>A server on loopback that answers every connection with the same bytes, however wrong, and closes it.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    private RawServer(byte[] answer)
    {
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/");
        _ = Serve(answer);
    }

    public Uri Address { get; }

    /// <summary>Starts a server. The answer is written in Latin-1, its lines end with CRLF.</summary>
    public static RawServer Answering(string answer) =>
        new(Encoding.Latin1.GetBytes(answer.ReplaceLineEndings("\r\n")));

    public void Dispose() => _listener.Dispose();

    private async Task Serve(byte[] answer)
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync();
                var stream = connection.GetStream();
                _ = await stream.ReadAsync(new byte[64 * 1024]);
                await stream.WriteAsync(answer);
                connection.Client.Shutdown(SocketShutdown.Send);
                while (await stream.ReadAsync(new byte[64 * 1024]) > 0)
                {
                    // The client closes when it has had enough.
                }
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }
}
