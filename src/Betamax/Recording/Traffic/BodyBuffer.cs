namespace Betamax.Recording.Traffic;

/// <summary>
/// Collects the bytes of a body up to a limit. A server may answer while the request is still being sent, so one thread may
/// read while another appends.
/// </summary>
/// <param name="expected">The announced length in bytes; null when unknown.</param>
/// <param name="limit">The longest body that is kept, in bytes. Nothing is kept of a longer one.</param>
internal sealed class BodyBuffer(long? expected, long limit)
{
    private const int MinCapacity = 4 * 1024;

    // No more than this is allocated in advance: a server can announce any length.
    private const int MaxPreallocation = 1024 * 1024 * 1024;

    // From this size on, arrays are allocated uncleared, so their unused end takes up no physical memory.
    private const int LargeSize = 64 * 1024;

    private readonly object _lock = new();
    private readonly int _limit = (int)Math.Min(limit, Array.MaxLength);
    private byte[] _bytes = [];
    private long _length;

    /// <summary>How many bytes have been appended, whether they are kept or not.</summary>
    public long Length => Volatile.Read(ref _length);

    /// <summary>Whether the body is longer than the limit. The buffer is then empty.</summary>
    public bool IsTooLarge => Length > _limit;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            var length = _length + bytes.Length;
            if (length > _limit)
            {
                _bytes = [];
            }
            else
            {
                EnsureCapacity((int)length);
                bytes.CopyTo(_bytes.AsSpan((int)_length));
            }

            Volatile.Write(ref _length, length);
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _bytes = [];
            Volatile.Write(ref _length, 0);
        }
    }

    /// <summary>The bytes so far. The result does not change when more are appended.</summary>
    public ReadOnlyMemory<byte> ToMemory()
    {
        lock (_lock)
        {
            return IsTooLarge ? default
                : _length < LargeSize && _length < _bytes.Length ? _bytes.AsSpan(0, (int)_length).ToArray()
                : _bytes.AsMemory(0, (int)_length);
        }
    }

    private void EnsureCapacity(int needed)
    {
        if (needed <= _bytes.Length)
        {
            return;
        }

        var wanted = _length == 0 && expected is > 0 and <= MaxPreallocation
            ? expected.Value
            : Math.Max(2L * _bytes.Length, MinCapacity);
        var size = (int)Math.Max(needed, Math.Min(wanted, _limit));

        // Small arrays are faster to allocate cleared.
        var larger = size < LargeSize ? new byte[size] : GC.AllocateUninitializedArray<byte>(size);
        _bytes.AsSpan(0, (int)_length).CopyTo(larger);
        _bytes = larger;
    }
}
