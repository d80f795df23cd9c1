namespace Betamax.Playback;

/// <summary>
/// What a decoder makes of a stream. A decoder may stop where its format ends, with the end of the stream still to come;
/// but a body is on the tape only when it has been read to its end.
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
