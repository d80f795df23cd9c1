using Betamax.Playback;

namespace Betamax.Recording.Traffic;

/// <summary>The stream from which the caller reads a live response: what passes is recorded.</summary>
internal sealed class RecordingStream(Stream inner, ResponseRecording recording) : ReadOnlyStream
{
    public override bool CanTimeout => inner.CanTimeout;

    public override int ReadTimeout
    {
        get => inner.ReadTimeout;
        set => inner.ReadTimeout = value;
    }

    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = inner.Read(buffer);
        }
        catch (Exception fault)
        {
            recording.Fail(fault);
            throw;
        }

        Passed(buffer[..count], wanted: buffer.Length);
        return count;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count;
        try
        {
            count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            recording.Fail(fault);
            throw;
        }

        Passed(buffer.Span[..count], wanted: buffer.Length);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            recording.Leave(() => inner);
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
