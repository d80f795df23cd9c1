namespace Betamax.Playback;

/// <summary>Plays a recorded body: one chunk per read, each at its time.</summary>
/// <param name="bytes">The whole body.</param>
/// <param name="schedule">How it is played; null = in one piece.</param>
internal sealed class PlayedStream(ReadOnlyMemory<byte> bytes, PlaybackSchedule? schedule) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _rest = bytes;
    private int _nextChunk;
    private int _leftOfChunk = schedule is { Chunks.Count: > 0 } ? 0 : bytes.Length;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        if (NeedsNextChunk(buffer.Length))
        {
            // With async: false the task has ended when it is returned.
            GoToNextChunk(async: false, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }

        return Take(buffer);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellationToken);
        }

        return NeedsNextChunk(buffer.Length)
            ? ReadNextChunk(buffer, cancellationToken)
            : ValueTask.FromResult(Take(buffer.Span));
    }

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        if (schedule is not null)
        {
            return base.CopyToAsync(destination, bufferSize, cancellationToken);
        }

        // Without a schedule the rest is written in one piece.
        var rest = _rest;
        _rest = default;
        _leftOfChunk = 0;
        return rest.IsEmpty ? Task.CompletedTask : destination.WriteAsync(rest, cancellationToken).AsTask();
    }

    private bool NeedsNextChunk(int wanted) => schedule is not null && wanted > 0 && _leftOfChunk == 0;

    private async ValueTask<int> ReadNextChunk(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        await GoToNextChunk(async: true, cancellationToken).ConfigureAwait(false);
        return Take(buffer.Span);
    }

    private async ValueTask GoToNextChunk(bool async, CancellationToken cancellationToken)
    {
        if (_nextChunk < schedule!.Chunks.Count)
        {
            var chunk = schedule.Chunks[_nextChunk];
            await schedule.Pace.Wait(schedule.Start, chunk.Offset, async, cancellationToken).ConfigureAwait(false);
            _leftOfChunk = chunk.Length;
            _nextChunk++;
        }
        else if (schedule.Failure is { } failure)
        {
            await Failures.Play(failure, schedule.Start, schedule.Pace, async, cancellationToken).ConfigureAwait(false);
        }
        else if (!_ended)
        {
            _ended = true;
            schedule.AtEnd?.Invoke();
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
