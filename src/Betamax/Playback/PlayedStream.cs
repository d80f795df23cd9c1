namespace Betamax.Playback;

/// <summary>A recorded body as a stream: part after part, each no sooner than it is due.</summary>
/// <param name="bytes">All of it.</param>
/// <param name="course">How it comes; <see langword="null"/> = all at once.</param>
internal sealed class PlayedStream(ReadOnlyMemory<byte> bytes, PlayedCourse? course) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _rest = bytes;
    private int _nextChunk;
    private int _leftOfChunk = course is { Chunks.Count: > 0 } ? 0 : bytes.Length;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        if (MustGoOn(buffer.Length))
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

        return MustGoOn(buffer.Length)
            ? GoOnAndTake(buffer, cancellationToken)
            : ValueTask.FromResult(Take(buffer.Span));
    }

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        if (course is not null)
        {
            return base.CopyToAsync(destination, bufferSize, cancellationToken);
        }

        // In one piece: nothing is due later than the rest.
        var rest = _rest;
        _rest = default;
        _leftOfChunk = 0;
        return rest.IsEmpty ? Task.CompletedTask : destination.WriteAsync(rest, cancellationToken).AsTask();
    }

    private bool MustGoOn(int wanted) => course is not null && wanted > 0 && _leftOfChunk == 0;

    private async ValueTask<int> GoOnAndTake(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        await GoOn(async: true, cancellationToken).ConfigureAwait(false);
        return Take(buffer.Span);
    }

    private async ValueTask GoOn(bool async, CancellationToken cancellationToken)
    {
        if (_nextChunk < course!.Chunks.Count)
        {
            var chunk = course.Chunks[_nextChunk];
            await course.Pace.Wait(course.Start, chunk.Offset, async, cancellationToken).ConfigureAwait(false);
            _leftOfChunk = chunk.Length;
            _nextChunk++;
        }
        else if (course.Failure is { } failure)
        {
            await Failures.Play(failure, course.Start, course.Pace, async, cancellationToken).ConfigureAwait(false);
        }
        else if (!_ended)
        {
            _ended = true;
            course.AtEnd?.Invoke();
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
