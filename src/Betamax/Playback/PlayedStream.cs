namespace Betamax.Playback;

/// <summary>A recorded body as a stream.</summary>
internal sealed class PlayedStream(ReadOnlyMemory<byte> body) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _rest = body;

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _rest.Length);
        _rest.Span[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<int>(cancellationToken)
            : ValueTask.FromResult(Read(buffer.Span));
}
