using Betamax.Playback;

namespace Betamax.Recording;

/// <summary>The stream from which the caller reads a live response: what passes is recorded.</summary>
internal sealed class RecordingStream(Stream inner, BodyRecording recording) : ReadOnlyStream
{
    public override bool CanTimeout => inner.CanTimeout;

    public override int ReadTimeout
    {
        get => inner.ReadTimeout;
        set => inner.ReadTimeout = value;
    }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        Passed(buffer[..count], wanted: buffer.Length);
        return count;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Passed(buffer.Span[..count], wanted: buffer.Length);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
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
