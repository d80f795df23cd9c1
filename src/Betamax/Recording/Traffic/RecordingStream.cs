using Betamax.Playback;

namespace Betamax.Recording.Traffic;

/// <summary>The stream from which the caller reads a live response: what passes is recorded.</summary>
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

        Passed(buffer[..count], wanted: buffer.Length);
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

        Passed(buffer.Span[..count], wanted: buffer.Length);
        return count;
    }

    // The stream below may have its bytes at hand, and then copies them once.
    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        _isReading = true;
        try
        {
            await recording.PassTo(destination, tee => inner.CopyToAsync(tee, bufferSize, cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            _isReading = false;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // A read that is still under way is broken off by this. The rest is then not ours to read.
            recording.Leave(_isReading ? null : () => inner);
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    // No bytes mean the end, but not where none were asked for: some wait so for data to arrive.
    private void Passed(ReadOnlySpan<byte> bytes, int wanted)
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
