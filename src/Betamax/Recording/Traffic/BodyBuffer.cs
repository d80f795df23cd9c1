namespace Betamax.Recording.Traffic;

/// <summary>
/// Collects the bytes of a body up to a limit. A server may answer while the request is still being sent, so one thread may
/// read while another appends.
/// </summary>
/// <param name="expected">How many bytes are announced; null when unknown.</param>
/// <param name="limit">How many bytes are kept at most. A longer body is not kept at all.</param>
internal sealed class BodyBuffer(long? expected, long limit)
{
    private const int Smallest = 4 * 1024;

    // Announcing a large body costs a server nothing, so no more than this is allocated in advance.
    private const int LargestExpected = 1024 * 1024 * 1024;

    // The unused end of a larger array was never written to, so it takes up no memory.
    private const int Large = 64 * 1024;

    // The garbage collector may keep the arrays that were grown out of. In steps of 2 they are as long as the body or longer.
    private const long LargeGrowth = 4;

    private readonly object _lock = new();
    private readonly int _limit = (int)Math.Min(limit, Array.MaxLength);
    private byte[] _bytes = [];
    private long _length;

    /// <summary>How many bytes were appended, kept or not.</summary>
    public long Length => Volatile.Read(ref _length);

    /// <summary>Whether the body is longer than the limit. It is then empty.</summary>
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

    /// <summary>All bytes so far. They do not change when more are appended.</summary>
    public ReadOnlyMemory<byte> ToMemory()
    {
        lock (_lock)
        {
            return IsTooLarge ? default
                : _length < Large && _length < _bytes.Length ? _bytes.AsSpan(0, (int)_length).ToArray()
                : _bytes.AsMemory(0, (int)_length);
        }
    }

    private void EnsureCapacity(int needed)
    {
        if (needed <= _bytes.Length)
        {
            return;
        }

        var wanted = _length == 0 && expected is > 0 and <= LargestExpected
            ? expected.Value
            : Math.Max((_bytes.Length < Large ? 2L : LargeGrowth) * _bytes.Length, Smallest);
        var size = (int)Math.Max(needed, Math.Min(wanted, _limit));

        // Small arrays are faster to allocate cleared.
        var larger = size < Large ? new byte[size] : GC.AllocateUninitializedArray<byte>(size);
        _bytes.AsSpan(0, (int)_length).CopyTo(larger);
        _bytes = larger;
    }
}
