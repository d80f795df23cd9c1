namespace Betamax.Recording;

/// <summary>
/// Bytes that pass, kept in chunks so that a long body is not copied again and again as it grows. A server may answer
/// while the request is still being sent, so it may be read on one thread while another appends.
/// </summary>
internal sealed class ByteLog
{
    private const int SmallestChunk = 4 * 1024;
    private const int LargestChunk = 1024 * 1024;

    private readonly object _lock = new();
    private readonly List<byte[]> _full = [];
    private byte[] _chunk = [];
    private int _used;

    public long Length { get; private set; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            Length += bytes.Length;
            while (!bytes.IsEmpty)
            {
                if (_used == _chunk.Length)
                {
                    NextChunk();
                }

                var count = Math.Min(bytes.Length, _chunk.Length - _used);
                bytes[..count].CopyTo(_chunk.AsSpan(_used));
                bytes = bytes[count..];
                _used += count;
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _full.Clear();
            _chunk = [];
            _used = 0;
            Length = 0;
        }
    }

    /// <summary>All bytes so far, in one piece.</summary>
    public byte[] ToArray()
    {
        lock (_lock)
        {
            var all = new byte[Length];
            var rest = all.AsSpan();
            foreach (var chunk in _full)
            {
                chunk.CopyTo(rest);
                rest = rest[chunk.Length..];
            }

            _chunk.AsSpan(0, _used).CopyTo(rest);
            return all;
        }
    }

    private void NextChunk()
    {
        if (_chunk.Length > 0)
        {
            _full.Add(_chunk);
        }

        _chunk = new byte[Math.Clamp(_chunk.Length * 2, SmallestChunk, LargestChunk)];
        _used = 0;
    }
}
