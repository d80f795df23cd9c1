using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;

namespace Betamax.RecordingProcess;

/// <summary>
/// Uploads or downloads a large body in pieces. Then prints the hash of the response and the peak memory of the process.
/// </summary>
internal static class LargeBody
{
    /// <param name="how">Without a recorder ("bare"), or the record mode.</param>
    /// <param name="library">The directory of the cassette.</param>
    /// <param name="server">The URI of the body.</param>
    /// <param name="length">How many bytes are sent up.</param>
    public static async Task Run(string how, string library, string server, int length)
    {
        if (how == "bare")
        {
            using var bare = new HttpClient();
            await Transfer(bare, server, length);
        }
        else
        {
            await using var recorder = new CassetteLibrary(library).UseCassette("a", options => options with { RecordMode = Enum.Parse<RecordMode>(how) });
            using var client = recorder.CreateClient();
            await Transfer(client, server, length);
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(process.PeakWorkingSet64);
    }

    private static async Task Transfer(HttpClient client, string server, int length)
    {
        using var request = server.EndsWith("/up", StringComparison.Ordinal)
            ? new HttpRequestMessage(HttpMethod.Post, new Uri(server)) { Content = new PiecewiseContent(length) }
            : new HttpRequestMessage(HttpMethod.Get, new Uri(server));
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[64 * 1024];
        for (var count = await stream.ReadAsync(buffer); count > 0; count = await stream.ReadAsync(buffer))
        {
            hash.AppendData(buffer.AsSpan(0, count));
        }

        Console.WriteLine(Convert.ToHexString(hash.GetHashAndReset()));
    }

    /// <summary>A body that is never completely in memory.</summary>
    private sealed class PiecewiseContent(int length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var piece = new byte[64 * 1024];
            var random = new Random(1);
            for (var sent = 0; sent < length; sent += piece.Length)
            {
                random.NextBytes(piece);
                await stream.WriteAsync(piece);
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
