namespace Betamax.Playback;

/// <summary>A recorded body as a stream: part after part, each no sooner than it is due.</summary>
internal sealed class PlayedStream(PlayedBody body) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _rest = body.Bytes;
    private int _nextChunk;
    private int _leftOfChunk = body.Chunks.Count == 0 ? body.Bytes.Length : 0;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length > 0 && _leftOfChunk == 0)
        {
            // With async: false it has waited, where it had to, before it returns.
            GoOn(async: false, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }

        return Take(buffer);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellationToken);
        }

        return buffer.Length > 0 && _leftOfChunk == 0
            ? GoOnAndTake(buffer, cancellationToken)
            : ValueTask.FromResult(Take(buffer.Span));
    }

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        if (!body.IsPlain || _ended)
        {
            return base.CopyToAsync(destination, bufferSize, cancellationToken);
        }

        // In one piece: nothing is due later than the rest.
        var rest = _rest;
        _rest = default;
        _leftOfChunk = 0;
        _ended = true;
        return destination.WriteAsync(rest, cancellationToken).AsTask();
    }

    private async ValueTask<int> GoOnAndTake(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        await GoOn(async: true, cancellationToken).ConfigureAwait(false);
        return Take(buffer.Span);
    }

    private async ValueTask GoOn(bool async, CancellationToken cancellationToken)
    {
        if (_nextChunk < body.Chunks.Count)
        {
            var chunk = body.Chunks[_nextChunk];
            await body.Pace.Wait(body.Start, chunk.Time, async, cancellationToken).ConfigureAwait(false);
            _leftOfChunk = chunk.Length;
            _nextChunk++;
        }
        else if (body.Failure is { } failure)
        {
            await Failures.Play(failure, body.Start, body.Pace, async, cancellationToken).ConfigureAwait(false);
        }
        else if (!_ended)
        {
            _ended = true;
            body.AtEnd?.Invoke();
        }
    }

    private int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _leftOfChunk);
        _rest.Span[..count].CopyTo(buffer);
        _rest = _rest[count..];
        _leftOfChunk -= count;
        return count;
    }
}
