using Betamax.Playback;

namespace Betamax.Recording.Traffic;

/// <summary>The stream from which the caller reads a live response. It captures what is read.</summary>
internal sealed class RecordingStream(Stream inner, ResponseRecording recording) : ReadOnlyStream
{
    private volatile bool _isReading;

    public override bool CanTimeout => inner.CanTimeout;

    public override int ReadTimeout
    {
        get => inner.ReadTimeout;
        set => inner.ReadTimeout = value;
    }

    public override int Read(Span<byte> buffer)
    {
        int count;
        _isReading = true;
        try
        {
            count = inner.Read(buffer);
        }
        catch (Exception fault)
        {
            recording.Fail(fault);
            throw;
        }
        finally
        {
            _isReading = false;
        }

        Capture(buffer[..count], wanted: buffer.Length);
        return count;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count;
        _isReading = true;
        try
        {
            count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            recording.Fail(fault);
            throw;
        }
        finally
        {
            _isReading = false;
        }

        Capture(buffer.Span[..count], wanted: buffer.Length);
        return count;
    }

    // The inner stream may have its bytes in memory already: its own method then copies them only once.
    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        _isReading = true;
        try
        {
            await recording.CopyTo(destination, tee => inner.CopyToAsync(tee, bufferSize, cancellationToken), canReadRest: true).ConfigureAwait(false);
        }
        finally
        {
            _isReading = false;
        }
    }

    /// <summary>Reads the rest of the body, if it is short, and waits for it.</summary>
    public override async ValueTask DisposeAsync()
    {
        await StopEarly().ConfigureAwait(false);
        await inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Reads the rest of the body in the background, if it is short.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            StopEarly().ContinueSynchronously(inner.Dispose);
        }

        base.Dispose(disposing);
    }

    // If a read is still running, disposing makes it fail, and the rest cannot be read.
    private Task StopEarly() => recording.StopEarly(_isReading ? null : _ => Task.FromResult(inner));

    // A zero-byte read is the end, unless the buffer was empty: some callers read into an empty buffer to wait for data.
    private void Capture(ReadOnlySpan<byte> bytes, int wanted)
    {
        if (!bytes.IsEmpty)
        {
            recording.Append(bytes);
        }
        else if (wanted > 0)
        {
            recording.End();
        }
    }
}
