using Betamax.Playback;

namespace Betamax.Recording.Traffic;

/// <summary>The stream from which the caller reads a live response. What is read is captured.</summary>
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

    // The inner stream may hold its bytes in memory already, and then copies them only once.
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

    /// <summary>Waits for the rest of the body, if it is short.</summary>
    public override async ValueTask DisposeAsync()
    {
        await Leave().ConfigureAwait(false);
        await inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Does not wait: a short rest of the body is read in the background.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Leave().ContinueSynchronously(inner.Dispose);
        }

        base.Dispose(disposing);
    }

    // A read that is still under way fails by the dispose. The rest can then not be read.
    private Task Leave() => recording.Leave(_isReading ? null : _ => Task.FromResult(inner));

    // A zero-byte read is the end, unless the buffer was empty: some callers wait for data in that way.
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
