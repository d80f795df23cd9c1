namespace Betamax.Recording.Traffic;

/// <summary>Reads the rest of a body whose reader has stopped early, if the rest is short and arrives soon.</summary>
internal static class BodyDrain
{
    /// <summary>How long a drain may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private const int MaxBytes = 64 * 1024;

    /// <summary>Whether to read a rest of this length in bytes; null = unknown.</summary>
    public static bool IsWorthReading(long? length) => length is null or <= MaxBytes;

    /// <summary>Reads the rest; null when it is too long, too slow or broken.</summary>
    /// <param name="open">Opens the stream that still contains the rest.</param>
    public static async Task<byte[]?> ReadAsync(Func<CancellationToken, Task<Stream>> open)
    {
        using var deadline = new CancellationTokenSource(Timeout);
        try
        {
            // WaitAsync, because some streams ignore the token.
            return await ReadAsync(open, deadline.Token).WaitAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or OperationCanceledException or ObjectDisposedException or NotSupportedException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> ReadAsync(Func<CancellationToken, Task<Stream>> open, CancellationToken cancellationToken)
    {
        var stream = await open(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[MaxBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return length <= MaxBytes ? buffer[..length] : null;
    }
}
