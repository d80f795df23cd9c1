namespace Betamax.Tests.Storage;

/// <summary>
/// A storage over a network: each call waits until the test releases it, its stream cannot seek, and it continues on the
/// caller's context, as a careless implementation does.
/// </summary>
internal sealed class SlowStorage : ICassetteStorage
{
    private readonly InMemoryCassetteStorage _inner = new();
    private volatile TaskCompletionSource? _gate;

    /// <summary>How many calls have begun.</summary>
    public int Calls { get; private set; }

    public void Hold() => _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => _gate!.SetResult();

    public string GetLocation(string key) => $"slow:{key}";

    public string? GetJournalPath(string key) => null;

    public async ValueTask<StoredCassette?> OpenAsync(string key, CancellationToken cancellationToken = default)
    {
        await Wait(cancellationToken);
        return await _inner.OpenAsync(key, cancellationToken) is { } stored
            ? new(new BufferedStream(new ForwardStream(stored.Content)), stored.Version)
            : null;
    }

    public async ValueTask ReplaceAsync(
        string key, string? expectedVersion, Action<Stream> write, CancellationToken cancellationToken = default)
    {
        await Wait(cancellationToken);
        await _inner.ReplaceAsync(key, expectedVersion, write, cancellationToken);
    }

    public async ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        await Wait(cancellationToken);
        await _inner.DeleteAsync(key, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default)
    {
        await Wait(cancellationToken);
        return await _inner.ListAsync(cancellationToken);
    }

    private async Task Wait(CancellationToken cancellationToken)
    {
        Calls++;
        await Task.Yield();
        if (_gate is { } gate)
        {
            await gate.Task.WaitAsync(cancellationToken);
        }
    }

    private sealed class ForwardStream(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, Math.Min(count, 7));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
