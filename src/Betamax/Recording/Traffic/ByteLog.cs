namespace Betamax.Recording.Traffic;

/// <summary>
/// Bytes that pass. A server may answer while the request is still being sent, so they may be read on one thread while
/// another appends.
/// </summary>
/// <param name="expected">How many bytes are announced, if they are.</param>
internal sealed class ByteLog(long? expected)
{
    private const int Smallest = 4 * 1024;

    // An announcement is believed only so far: it costs nothing to make a large one.
    private const int LargestExpected = 1024 * 1024 * 1024;

    // What is left unused behind a smaller body is given back; behind a larger one it has never been touched.
    private const int Large = 64 * 1024;

    private readonly object _lock = new();
    private byte[] _bytes = [];
    private int _length;

    public long Length => Volatile.Read(ref _length);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            if (bytes.Length > _bytes.Length - _length)
            {
                Grow(checked(_length + bytes.Length));
            }

            bytes.CopyTo(_bytes.AsSpan(_length));
            _length += bytes.Length;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _bytes = [];
            _length = 0;
        }
    }

    /// <summary>All bytes so far. They are not touched again.</summary>
    public ReadOnlyMemory<byte> ToMemory()
    {
        lock (_lock)
        {
            return _length < Large && _length < _bytes.Length ? _bytes.AsSpan(0, _length).ToArray() : _bytes.AsMemory(0, _length);
        }
    }

    private void Grow(int least)
    {
        var size = _length == 0 && expected is > 0 and <= LargestExpected
            ? Math.Max(least, (int)expected)
            : Math.Max(least, (int)Math.Min(Math.Max(2L * _bytes.Length, Smallest), Array.MaxLength));

        // To leave a small array uninitialised takes the runtime longer than to clear it.
        var larger = size < Large ? new byte[size] : GC.AllocateUninitializedArray<byte>(size);
        _bytes.AsSpan(0, _length).CopyTo(larger);
        _bytes = larger;
    }
}
