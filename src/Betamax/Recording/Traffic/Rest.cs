namespace Betamax.Recording.Traffic;

/// <summary>The rest of a body that its reader has left.</summary>
internal static class Rest
{
    private const int MostBytes = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Whether a rest of that length, or of unknown length, is worth a try.</summary>
    public static bool IsSmall(long? length) => length is null or <= MostBytes;

    /// <summary>The rest, if it is small and comes soon; <see langword="null"/> where its end was not come to.</summary>
    public static byte[]? Read(Func<Stream> rest)
    {
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            return Read(rest(), deadline.Token).GetAwaiter().GetResult();
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            // Then it is not whole, and nobody waits for it.
            return null;
        }
    }

    private static async Task<byte[]?> Read(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[MostBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return length <= MostBytes ? buffer[..length] : null;
    }
}
