namespace Betamax.Recording.Traffic;

/// <summary>The rest of a body that its reader has left.</summary>
internal static class Rest
{
    /// <summary>Reads it, as far as that goes without a fault and in the given time; whether it came to the end.</summary>
    public static bool Read(Func<Stream> rest, BytesPass pass, TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        try
        {
            Read(rest(), pass, deadline.Token).GetAwaiter().GetResult();
            return true;
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            // Then it is not whole, and nobody waits for it.
            return false;
        }
    }

    private static async Task Read(Stream stream, BytesPass pass, CancellationToken cancellationToken)
    {
        var buffer = new byte[8 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            pass(buffer.AsSpan(0, count));
        }
    }
}
