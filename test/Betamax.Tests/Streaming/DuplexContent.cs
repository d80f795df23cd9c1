using System.Net;

namespace Betamax.Tests.Streaming;

/// <summary>A request body that continues after the response has begun.</summary>
internal sealed class DuplexContent(byte[][] first, Task answered, byte[][] then) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await Send(first, stream);
        await answered;
        await Send(then, stream);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private static async Task Send(byte[][] frames, Stream stream)
    {
        foreach (var frame in frames)
        {
            await stream.WriteAsync(frame);
        }

        await stream.FlushAsync();
    }
}
