namespace Betamax.Recording.Traffic;

/// <summary>Takes notice of bytes that pass.</summary>
internal delegate void BytesPass(ReadOnlySpan<byte> bytes);

/// <summary>A stream that passes on what is written to it, and shows it to somebody.</summary>
internal sealed class TeeStream(Stream inner, BytesPass pass) : Stream
{
    /// <summary>Whether the stream behind it did not take something: then nothing is wrong with what was to be written.</summary>
    public bool WasRefused { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        pass(buffer);
        try
        {
            inner.Write(buffer);
        }
        catch
        {
            WasRefused = true;
            throw;
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        pass(buffer.Span);
        try
        {
            await inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            WasRefused = true;
            throw;
        }
    }

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
