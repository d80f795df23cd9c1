namespace Betamax.Playback;

/// <summary>
/// A decoded stream. A decoder stops at the end of the compressed data, which may be before the end of the source. The rest of the
/// source is then read here, because a live body is recorded only when it has been read to its end.
/// </summary>
internal sealed class DecodedStream(Stream source, Stream decoder) : ReadOnlyStream
{
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        var count = decoder.Read(buffer);
        if (IsEnd(count, buffer.Length))
        {
            source.CopyTo(Null);
        }

        return count;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await decoder.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (IsEnd(count, buffer.Length))
        {
            await source.CopyToAsync(Null, cancellationToken).ConfigureAwait(false);
        }

        return count;
    }

    public override async ValueTask DisposeAsync()
    {
        await decoder.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            decoder.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool IsEnd(int count, int wanted)
    {
        var isEnd = count == 0 && wanted > 0 && !_ended;
        _ended |= isEnd;
        return isEnd;
    }
}
